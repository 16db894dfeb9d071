package org.cryptosmarttrader.ingest.box;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade the venue replays.
 *
 * @param id within its pair; a number left out is a hole of the venue's own
 * @param timeNanos epoch nanoseconds
 * @param price as the venue spells it
 * @param quantity as the venue spells it
 * @param side of the taker, {@code b} or {@code s}
 */
public record BoxedTrade(long id, long timeNanos, String price, String quantity, char side) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The same under another number. */
    BoxedTrade withId(long other) {
        return new BoxedTrade(other, timeNanos, price, quantity, side);
    }

    /** The first whole millisecond at which it has happened. */
    long dueMillis() {
        return -Math.floorDiv(-timeNanos, NANOS_PER_MILLI);
    }

    /** As a row of REST. */
    String row() {
        return "[\"%s\",\"%s\",%s,\"%s\",\"l\",\"\",%d]"
                .formatted(price, quantity, BigDecimal.valueOf(timeNanos, 9).toPlainString(), side, id);
    }

    /** As an object of the WebSocket, whose times have microseconds. */
    String object(String symbol) {
        return "{\"symbol\":\"%s\",\"side\":\"%s\",\"price\":%s,\"qty\":%s,\"ord_type\":\"limit\",\"trade_id\":%d,\"timestamp\":\"%s\"}"
                .formatted(symbol, side == 'b' ? "buy" : "sell", price, quantity, id, timestamp());
    }

    private String timestamp() {
        long micros = Math.floorDiv(timeNanos, 1_000);
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L)
                .toString();
    }
}
