package org.cryptosmarttrader.strategy;

import org.cryptosmarttrader.domain.Horizon;

/**
 * What is known about one sleeve at a decision. A number that is unknown is NaN and never opens a position.
 *
 * @param horizon of the forecast
 * @param gatesPass whether the forecast passes the gates of the lane that asks
 * @param probabilityUp calibrated probability of a positive return
 * @param expectedReturn log return over the horizon
 * @param volatility standard deviation of the log return over the horizon
 * @param roundTripCost fees and slippage of buying and selling again, a fraction of the notional
 * @param horizonOver whether the sleeve holds something and the horizon it was bought for has passed
 */
public record Outlook(
        Horizon horizon,
        boolean gatesPass,
        double probabilityUp,
        double expectedReturn,
        double volatility,
        double roundTripCost,
        boolean horizonOver) {

    /** The outlook of a sleeve nothing was forecast for. */
    public static Outlook unknown(Horizon horizon, boolean horizonOver) {
        return new Outlook(horizon, false, Double.NaN, Double.NaN, Double.NaN, Double.NaN, horizonOver);
    }

    /** Expected return after costs; NaN if either is unknown. */
    public double edge() {
        return expectedReturn - roundTripCost;
    }
}
