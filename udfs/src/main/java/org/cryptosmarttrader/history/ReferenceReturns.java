package org.cryptosmarttrader.history;

/**
 * The closes and log returns of a reference pair (BTC, ETH) as known at a tick.
 *
 * @param pair canonical pair of the reference
 * @param newest bar of the last return
 * @param returns one per grid interval, oldest first, NaN across gaps
 * @param closes of the same intervals, NaN where there is no bar
 */
public record ReferenceReturns(String pair, long newest, double[] returns, double[] closes) {

    /** How many travel with each tick: a week of hours, the longest relation to the market, and the close before it. */
    public static final int LENGTH = 169;

    /** Those of a reference, from its own history. */
    public static ReferenceReturns of(History history) {
        return new ReferenceReturns(
                history.pair(), history.bar(), newest(history, Column.RETURN), newest(history, Column.CLOSE));
    }

    private static double[] newest(History history, Column column) {
        Window window = history.window(column, LENGTH);
        double[] values = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = window.at(i);
        }
        return values;
    }
}
