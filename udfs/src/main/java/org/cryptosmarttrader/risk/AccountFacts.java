package org.cryptosmarttrader.risk;

import org.cryptosmarttrader.gates.Lane;

/**
 * What rules may know of an account as a whole. Amounts are in its quote currency.
 *
 * @param tick decision instant, epoch milliseconds UTC
 * @param lane of the account
 * @param quote its currency
 * @param equity cash and positions at the last known closes
 * @param peakEquity highest equity at a tick so far, or since the switch was re-armed
 * @param dayStartEquity equity at the first tick of the UTC day
 * @param firstOfDay whether this is that tick
 * @param openOrders orders not yet filled or cancelled
 */
public record AccountFacts(
        long tick,
        Lane lane,
        String quote,
        double equity,
        double peakEquity,
        double dayStartEquity,
        boolean firstOfDay,
        int openOrders) {

    /** Loss since the peak, a fraction of the peak. */
    public double drawdown() {
        return 1 - equity / peakEquity;
    }

    /** Loss since the day began, a fraction of the equity then; negative for a gain. */
    public double dayLoss() {
        return 1 - equity / dayStartEquity;
    }
}
