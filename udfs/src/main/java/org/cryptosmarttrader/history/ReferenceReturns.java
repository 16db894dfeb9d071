package org.cryptosmarttrader.history;

/**
 * The log returns of a reference pair (BTC, ETH) as known at a tick.
 *
 * @param pair canonical pair of the reference
 * @param newest bar of the last return
 * @param returns one per grid interval, oldest first, NaN across gaps
 */
public record ReferenceReturns(String pair, long newest, double[] returns) {

    /** How many returns travel with each tick: the longest window a relation to the market is taken over, and room. */
    public static final int LENGTH = 721;
}
