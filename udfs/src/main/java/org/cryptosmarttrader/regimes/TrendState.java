package org.cryptosmarttrader.regimes;

/** Where the market has gone within a week, against what its volatility makes likely. */
public enum TrendState {
    UNKNOWN,
    DOWN,
    SIDEWAYS,
    UP
}
