package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * A page of trades in their order.
 *
 * @param last the cursor of the next page, epoch nanoseconds
 */
public record TradesPage(List<Trade> trades, long last) {

    public TradesPage {
        trades = List.copyOf(trades);
    }

    /**
     * @param pair canonical name of the pair that was asked for
     * @param latest trades of after this instant are refused, epoch milliseconds
     * @throws SourceException RETRY if the body is no page, or one of its rows no trade
     */
    public static TradesPage parse(byte[] body, String pair, long latest) throws SourceException {
        return of(KrakenJson.result(body), body, pair, latest);
    }

    static TradesPage of(JsonNode result, byte[] body, String pair, long latest) throws SourceException {
        SortedMap<String, List<byte[]>> arrays = KrakenJson.arrays(body, "result");
        if (arrays.size() != 1) {
            throw SourceException.retry(
                    "kraken trades %s: %d lists of trades, expected one".formatted(pair, arrays.size()));
        }
        List<Trade> trades = new ArrayList<>();
        for (byte[] row : arrays.get(arrays.firstKey())) {
            trades.add(TradeForms.row(pair, row, latest));
        }
        return new TradesPage(trades, cursor(result.path("last"), pair));
    }

    /** Through a double it would lose its low digits; a shorter one has been seen, and was wrong. */
    private static long cursor(JsonNode last, String pair) throws SourceException {
        if (!last.asText().matches("[0-8][0-9]{18}")) {
            throw SourceException.retry("kraken trades %s: cursor is %s, expected nanoseconds of 19 digits"
                    .formatted(pair, KrakenJson.shortened(last)));
        }
        return Long.parseLong(last.asText());
    }
}
