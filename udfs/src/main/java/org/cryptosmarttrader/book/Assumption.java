package org.cryptosmarttrader.book;

/** What a fill rests on that was not recorded. */
public enum Assumption {
    /** No quoted spread was known; the default was used. */
    SPREAD,
    /** Volatility was unknown; the worst price of the bar was used. */
    VOLATILITY,
    /** The source has no quote volume; close times volume was used. */
    QUOTE_VOLUME,
    /** The pair's fee table of the time was unknown; that of the settings was used. */
    FEES,
    /** The pair does not state all of its rules; defaults were used. */
    PAIR_RULES
}
