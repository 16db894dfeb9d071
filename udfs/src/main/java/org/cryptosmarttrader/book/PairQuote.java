package org.cryptosmarttrader.book;

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
 * @param spread last known quoted spread, a fraction of the price; NaN where none is recorded
 * @param volatility of an hour, {@code rv_cc_24}; NaN if unknown
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
        return Double.isNaN(quoteVolume) ? close * volume : quoteVolume;
    }
}
