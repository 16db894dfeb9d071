package org.cryptosmarttrader.domain;

/** What an event says, and the numbers it carries in an {@link EventBlock}, in this order. */
public enum EventKind {
    /** open, high, low, close, volume, quote volume, trade count, taker buy volume, taker sell volume; NaN where unknown. */
    BAR(9),
    /** price, quantity, taker side (+1 buy, -1 sell, NaN unknown). */
    TRADE(3),
    /** A forest that may be used from its {@code availableAt} on; its announcement is the body. */
    MODEL(0),
    /** "Everything of this partition available before this instant precedes me"; the body is the record count. */
    HEARTBEAT(0);

    public static final int OPEN = 0;
    public static final int HIGH = 1;
    public static final int LOW = 2;
    public static final int CLOSE = 3;
    public static final int VOLUME = 4;
    public static final int QUOTE_VOLUME = 5;
    public static final int COUNT = 6;
    public static final int BUY_VOLUME = 7;
    public static final int SELL_VOLUME = 8;

    public static final int PRICE = 0;
    public static final int QUANTITY = 1;
    public static final int SIDE = 2;

    private final int width;

    EventKind(int width) {
        this.width = width;
    }

    /** Numbers per event. */
    public int width() {
        return width;
    }
}
