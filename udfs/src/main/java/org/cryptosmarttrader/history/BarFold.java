package org.cryptosmarttrader.history;

import org.cryptosmarttrader.domain.EventKind;

/**
 * One bar out of its raw events, whole, in (event time, sequence) order.
 *
 * <p>Open and close are the first and last price, high and low the extremes, volumes and counts sums from left to right;
 * a sum one of whose parts is unknown is NaN. Of trades without a known side, neither side counts.
 */
final class BarFold {

    private final long entryFrom;
    private final long fillFrom;
    private final double[] bar = new double[Column.RECORDED];

    private BarFold(long entryFrom, long fillFrom) {
        this.entryFrom = entryFrom;
        this.fillFrom = fillFrom;
    }

    /**
     * @param start of the bar
     * @param feed what the events came from
     * @return the recorded columns in their order
     */
    static double[] of(RawBar raw, long start, MarketFeed feed, MemoryRules rules) {
        long known = start + rules.grid().graceMillis();
        BarFold fold = new BarFold(known, known + rules.fillLatencyMillis());
        fold.begin(raw, feed.intervalMillis() < rules.grid().intervalMillis());
        for (int event = 0; event < raw.count(); event++) {
            if (raw.kind() == EventKind.BAR) {
                fold.addBar(raw, event, feed, rules);
            } else {
                fold.addTrade(raw, event);
            }
        }
        return fold.bar;
    }

    private void begin(RawBar raw, boolean isFiner) {
        boolean trades = raw.kind() == EventKind.TRADE;
        set(Column.OPEN, raw.value(0, trades ? EventKind.PRICE : EventKind.OPEN));
        set(Column.HIGH, Double.NEGATIVE_INFINITY);
        set(Column.LOW, Double.POSITIVE_INFINITY);
        set(Column.ENTRY_PRICE, isFiner ? 0 : Double.NaN);
        set(Column.FILL_PRICE, isFiner ? 0 : Double.NaN);
    }

    private void addBar(RawBar raw, int event, MarketFeed feed, MemoryRules rules) {
        span(raw.value(event, EventKind.HIGH), raw.value(event, EventKind.LOW), raw.value(event, EventKind.CLOSE));
        add(Column.VOLUME, raw.value(event, EventKind.VOLUME));
        add(Column.QUOTE_VOLUME, raw.value(event, EventKind.QUOTE_VOLUME));
        add(Column.COUNT, raw.value(event, EventKind.COUNT));
        add(Column.BUY_VOLUME, raw.value(event, EventKind.BUY_VOLUME));
        add(Column.SELL_VOLUME, raw.value(event, EventKind.SELL_VOLUME));
        if (feed.intervalMillis() < rules.grid().intervalMillis()) {
            priceAt(raw.eventTime(event) + 1 - feed.intervalMillis(), raw.value(event, EventKind.OPEN));
        }
    }

    private void addTrade(RawBar raw, int event) {
        double price = raw.value(event, EventKind.PRICE);
        double quantity = raw.value(event, EventKind.QUANTITY);
        double side = raw.value(event, EventKind.SIDE);
        span(price, price, price);
        add(Column.VOLUME, quantity);
        add(Column.QUOTE_VOLUME, price * quantity);
        add(Column.COUNT, 1);
        add(Column.BUY_VOLUME, side > 0 ? quantity : 0);
        add(Column.SELL_VOLUME, side < 0 ? quantity : 0);
        priceAt(raw.eventTime(event), price);
    }

    private void span(double high, double low, double close) {
        set(Column.HIGH, Math.max(get(Column.HIGH), high));
        set(Column.LOW, Math.min(get(Column.LOW), low));
        set(Column.CLOSE, close);
    }

    private void priceAt(long time, double price) {
        if (time >= entryFrom && get(Column.ENTRY_PRICE) == 0) {
            set(Column.ENTRY_PRICE, price);
        }
        if (time >= fillFrom && get(Column.FILL_PRICE) == 0) {
            set(Column.FILL_PRICE, price);
        }
    }

    private void add(Column column, double value) {
        set(column, get(column) + value);
    }

    private double get(Column column) {
        return bar[column.ordinal()];
    }

    private void set(Column column, double value) {
        bar[column.ordinal()] = value;
    }
}
