package org.cryptosmarttrader.facts;

/** What an asset was worth, by what was known at an instant. */
@FunctionalInterface
public interface UsdPrices {

    /** How old the newest close may be. */
    long OLDEST_MILLIS = 3 * 3_600_000L;

    /**
     * @param asset canonical symbol
     * @param at instant in epoch milliseconds
     * @return newest close of the asset in USD, else USDT, known at {@code at} and at most three hours before; NaN if none
     */
    double usd(String asset, long at);
}
