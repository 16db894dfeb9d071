package org.cryptosmarttrader.history;

/** What History keeps of each bar: what was recorded, and logarithms taken once instead of at every tick. NaN is absent. */
public enum Column {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    /** In base currency. */
    VOLUME,
    /** In quote currency, as recorded; NaN where the source has none. */
    QUOTE_VOLUME,
    /** Number of trades. */
    COUNT,
    /** Base volume of taker buys. */
    BUY_VOLUME,
    /** Base volume of taker sells. */
    SELL_VOLUME,
    /** First price at or after the decision on the bar before, 0 if there was none; NaN if the bar came ready-made. */
    ENTRY_PRICE,
    /** First price an order decided then can fill at, one latency later; 0 and NaN likewise. */
    FILL_PRICE,
    /** ln(C / C of the bar before); NaN across a gap. */
    RETURN,
    /** ln(H/L). */
    LOG_HIGH_LOW,
    /** ln(C/O). */
    LOG_CLOSE_OPEN,
    /** ln(O / C of the bar before); NaN across a gap. */
    LOG_OPEN_PREVIOUS,
    /** ln(H/C)·ln(H/O) + ln(L/C)·ln(L/O). */
    ROGERS_SATCHELL,
    /** ln V. */
    LOG_VOLUME,
    /** ln(1 + count). */
    LOG_COUNT;

    /** Number of columns that are recorded; those behind are derived from them. */
    static final int RECORDED = FILL_PRICE.ordinal() + 1;

    static final int COLUMNS = LOG_COUNT.ordinal() + 1;
}
