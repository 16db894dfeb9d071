package org.cryptosmarttrader.serving.findings;

/**
 * What would have come of an account had one thing been otherwise, everything else being the same.
 *
 * @param name what was otherwise, e.g. {@code fees and slippage doubled}
 * @param totalReturn a fraction of the equity at the start
 * @param sharpe per year; null if the account never changed
 * @param maxDrawdown 0 or negative
 * @param fills executions
 */
public record Otherwise(String name, Kind kind, double totalReturn, Double sharpe, double maxDrawdown, long fills) {

    /** What kind of thing was otherwise. */
    public enum Kind {
        /** Fees, spread and impact. */
        COSTS,
        /** Time from a forecast to the order. */
        DELAY,
        /** Deposit of the account. */
        CAPITAL,
        /** A setting of strategy or sizing, somewhat smaller or larger. */
        PARAMETER
    }
}
