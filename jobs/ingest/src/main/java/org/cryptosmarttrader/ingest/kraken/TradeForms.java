package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.net.SourceException;

/** A trade out of its bytes: a row of REST, or an object of the WebSocket. */
final class TradeForms {

    private static final int NANO_DIGITS = 9;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Seconds of 10 digits: 2001 to 2286. What is outside was stated in another unit. */
    private static final long FIRST_SECOND = 1_000_000_000L;

    private static final long LAST_SECOND = 9_200_000_000L;

    private TradeForms() {}

    /** {@code ["105433.60000","0.00027625",1762795433.9717445,"b","l","",10218208]}. */
    static Trade row(String pair, byte[] raw, long latest) throws SourceException {
        JsonNode row = KrakenJson.tree(raw);
        BigDecimal seconds = KrakenJson.decimal(row.get(2), "time of a trade of " + pair);
        if (seconds.compareTo(BigDecimal.valueOf(FIRST_SECOND)) < 0
                || seconds.compareTo(BigDecimal.valueOf(LAST_SECOND)) > 0) {
            throw SourceException.retry(
                    "kraken trades %s: time is %s, expected seconds of 10 digits".formatted(pair, seconds));
        }
        long nanos = seconds.movePointRight(NANO_DIGITS)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        return trade(pair, row.get(6), nanos, row.get(0), row.get(1), row.get(3), raw, latest);
    }

    /** {@code {"symbol":"BTC/USD","side":"buy","price":…,"qty":…,"trade_id":…,"timestamp":"2023-10-06T17:35:55.440295Z"}}. */
    static Trade object(String pair, JsonNode object, byte[] raw, long latest) throws SourceException {
        return trade(
                pair,
                object.get("trade_id"),
                nanos(object.path("timestamp").asText(), pair),
                object.get("price"),
                object.get("qty"),
                object.get("side"),
                raw,
                latest);
    }

    private static long nanos(String timestamp, String pair) throws SourceException {
        try {
            Instant at = Instant.parse(timestamp);
            if (at.getEpochSecond() >= FIRST_SECOND && at.getEpochSecond() <= LAST_SECOND) {
                return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
            }
        } catch (DateTimeException e) {
            // said below, with what it was
        }
        throw SourceException.retry(
                "kraken trades %s: time is '%s', expected e.g. 2023-10-06T17:35:55.440295Z".formatted(pair, timestamp));
    }

    private static Trade trade(
            String pair,
            JsonNode id,
            long nanos,
            JsonNode price,
            JsonNode quantity,
            JsonNode side,
            byte[] raw,
            long latest)
            throws SourceException {
        long millis = Math.floorDiv(nanos, NANOS_PER_MILLI);
        if (millis > latest) {
            throw SourceException.retry("kraken trades %s: a trade of %s lies in the future; set this machine's clock"
                    .formatted(pair, Instant.ofEpochMilli(millis)));
        }
        return new Trade(
                pair,
                id(id, pair),
                millis,
                nanos,
                KrakenJson.positive(price, "price of a trade of " + pair),
                KrakenJson.positive(quantity, "quantity of a trade of " + pair),
                side(side, pair),
                raw);
    }

    private static long id(JsonNode id, String pair) throws SourceException {
        if (id == null || !id.asText().matches("[0-9]{1,18}")) {
            throw SourceException.retry("kraken trades %s: trade id is %s, expected a whole number"
                    .formatted(pair, KrakenJson.shortened(id)));
        }
        return Long.parseLong(id.asText());
    }

    private static int side(JsonNode side, String pair) throws SourceException {
        return switch (side == null ? "" : side.asText()) {
            case "b", "buy" -> Trade.BUY;
            case "s", "sell" -> Trade.SELL;
            default ->
                throw SourceException.retry("kraken trades %s: side is %s, expected buy or sell"
                        .formatted(pair, KrakenJson.shortened(side)));
        };
    }
}
