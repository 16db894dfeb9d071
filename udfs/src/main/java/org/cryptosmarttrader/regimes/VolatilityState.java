package org.cryptosmarttrader.regimes;

/** How agitated the market is against its last month. */
public enum VolatilityState {
    UNKNOWN,
    LOW,
    NORMAL,
    HIGH
}
