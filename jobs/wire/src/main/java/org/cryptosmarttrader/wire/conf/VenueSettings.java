package org.cryptosmarttrader.wire.conf;

import java.math.BigDecimal;
import java.net.URI;

/**
 * How orders reach a real venue, from conf/trading.yaml. Times are milliseconds.
 *
 * @param mode whether orders are real
 * @param calls how the venue is asked
 * @param order what an order may be like
 * @param clockToleranceMillis by which this machine's clock may differ from the venue's
 * @param deadManMillis without a word, after which the venue cancels what is open
 * @param beatMillis between two words
 * @param lookMillis between two looks at orders that are not done
 * @param lookAgainMillis between the two looks that find nothing of an order
 */
public record VenueSettings(
        Mode mode,
        Calls calls,
        Orders order,
        long clockToleranceMillis,
        long deadManMillis,
        long beatMillis,
        long lookMillis,
        long lookAgainMillis) {

    /** Whether orders are real. */
    public enum Mode {
        /** The venue checks each order and executes none. */
        VALIDATE,
        /** Orders are executed. */
        LIVE
    }

    /**
     * @param rest address, without a slash at its end
     * @param connectMillis until a connection stands
     * @param readMillis until the last byte of a reply is here
     * @param attempts of one read; an order has one
     * @param perSecond by which the venue's call counter falls
     * @param burst what its counter bears
     */
    public record Calls(URI rest, long connectMillis, long readMillis, int attempts, BigDecimal perSecond, int burst) {}

    /**
     * @param oldestMillis from the decision to the sending
     * @param deadlineMillis from the sending to the venue's engine
     * @param farthest limit from the last close, fraction
     * @param maxPriceDeviation limit from the venue's last trade, fraction
     * @param maxOpen at a time
     * @param perMinute sent at most
     */
    public record Orders(
            long oldestMillis,
            long deadlineMillis,
            BigDecimal farthest,
            BigDecimal maxPriceDeviation,
            int maxOpen,
            int perMinute) {}
}
