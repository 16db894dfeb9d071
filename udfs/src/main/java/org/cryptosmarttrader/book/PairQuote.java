package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.features.price.CloseToCloseVolatility;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;
import org.cryptosmarttrader.time.TickGrid;

/**
 * What a tick says of one pair's market. Prices are NaN if the tick's bar is absent.
 *
 * @param pair e.g. {@code BTC/USD}
 * @param present whether the tick's bar exists
 * @param open first price of the bar
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume in base currency
 * @param quoteVolume in quote currency, NaN where the source has none
 * @param fillPrice first price an order decided one tick ago can fill at, 0 if nothing traded that late, NaN if the bar came
 *     ready-made
 * @param spread last known quoted spread, a fraction of the price; infinite if nobody bids or asks, NaN where none is
 *     recorded
 * @param volatility of an hour: {@code rv_cc_24}, scaled from bars to an hour; NaN if unknown
 * @param meanQuoteVolume mean quote volume of the last 24 bars, NaN if unknown
 * @param barsSinceNewest bars since the newest bar, 0 if the tick's bar is present, negative if there never was one
 */
public record PairQuote(
        String pair,
        boolean present,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double quoteVolume,
        double fillPrice,
        double spread,
        double volatility,
        double meanQuoteVolume,
        int barsSinceNewest) {

    /** @throws IllegalArgumentException if a bar that is present has no prices above 0 in their order */
    public PairQuote {
        if (present && !(low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close))) {
            throw new IllegalArgumentException(
                    "quote %s: open %s, high %s, low %s, close %s is no bar; mark it absent or refuse it before the book"
                            .formatted(pair, open, high, low, close));
        }
    }

    private static final int BARS = 24;
    private static final CloseToCloseVolatility VOLATILITY = new CloseToCloseVolatility(BARS);

    /** What a pair's history says at its decision. */
    public static PairQuote of(History history) {
        return new PairQuote(
                history.pair(),
                history.isPresent(),
                history.now(Column.OPEN),
                history.now(Column.HIGH),
                history.now(Column.LOW),
                history.now(Column.CLOSE),
                history.now(Column.VOLUME),
                history.now(Column.QUOTE_VOLUME),
                history.now(Column.FILL_PRICE),
                history.spread(),
                VOLATILITY.value(history)
                        * Math.sqrt((double) TickGrid.HOUR / history.grid().intervalMillis()),
                meanTraded(history),
                history.staleness());
    }

    private static double meanTraded(History history) {
        double[] values = new double[BARS];
        for (int ago = 0; ago < BARS; ago++) {
            values[BARS - 1 - ago] = traded(
                    history.at(Column.QUOTE_VOLUME, ago),
                    history.at(Column.CLOSE, ago),
                    history.at(Column.VOLUME, ago));
        }
        return Window.of(values).mean();
    }

    /** A pair whose bar is absent at this tick. */
    public static PairQuote absent(String pair, double volatility, double meanQuoteVolume, int barsSinceNewest) {
        double none = Double.NaN;
        return new PairQuote(
                pair,
                false,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                volatility,
                meanQuoteVolume,
                barsSinceNewest);
    }

    /** What changed hands in the bar in quote currency, close times volume where the source does not say. */
    double traded() {
        return traded(quoteVolume, close, volume);
    }

    private static double traded(double quoteVolume, double close, double volume) {
        return Double.isNaN(quoteVolume) ? close * volume : quoteVolume;
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(pair);
        out.writeBoolean(present);
        out.writeDouble(open);
        out.writeDouble(high);
        out.writeDouble(low);
        out.writeDouble(close);
        out.writeDouble(volume);
        out.writeDouble(quoteVolume);
        out.writeDouble(fillPrice);
        out.writeDouble(spread);
        out.writeDouble(volatility);
        out.writeDouble(meanQuoteVolume);
        out.writeInt(barsSinceNewest);
    }

    public static PairQuote read(DataInput in) throws IOException {
        return new PairQuote(
                in.readUTF(),
                in.readBoolean(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readInt());
    }
}
