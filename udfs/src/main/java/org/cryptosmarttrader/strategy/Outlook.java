package org.cryptosmarttrader.strategy;

import org.cryptosmarttrader.domain.Horizon;

/**
 * What is known about one sleeve at a decision. A number that is unknown is NaN and never opens a position.
 *
 * @param pair e.g. {@code BTC/USD}
 * @param horizon of the forecast
 * @param gatesPass whether the forecast passes the gates of the lane that asks
 * @param probabilityUp calibrated probability of a positive return
 * @param expectedReturn log return over the horizon
 * @param upper end of the interval of the log return over the horizon
 * @param volatility standard deviation of the log return over the horizon
 * @param roundTripCost fees and slippage of buying and selling again, a fraction of the notional
 * @param horizonOver whether the sleeve holds something and the horizon it was bought for has passed
 * @param recent what the market did until now
 */
public record Outlook(
        String pair,
        Horizon horizon,
        boolean gatesPass,
        double probabilityUp,
        double expectedReturn,
        double upper,
        double volatility,
        double roundTripCost,
        boolean horizonOver,
        Recent recent) {

    /**
     * What the market did until now.
     *
     * @param day simple return of the pair over the last 24 hours
     * @param week over the last 168 hours
     * @param indexMembers of the index of {@link ManagedHold}, those with a price in the pair's currency
     * @param indexVolatility of the index over the last week, per year
     */
    public record Recent(double day, double week, int indexMembers, double indexVolatility) {

        public static final Recent UNKNOWN = new Recent(Double.NaN, Double.NaN, 0, Double.NaN);
    }

    /** The outlook of a sleeve nothing was forecast for. */
    public static Outlook unknown(String pair, Horizon horizon, boolean horizonOver, Recent recent) {
        double none = Double.NaN;
        return new Outlook(pair, horizon, false, none, none, none, none, none, horizonOver, recent);
    }

    /** Expected return after costs; NaN if either is unknown. */
    public double edge() {
        return expectedReturn - roundTripCost;
    }
}
