package org.cryptosmarttrader.book;

import java.util.List;

/**
 * Everything the book hears at one tick. The order within the lists has no meaning.
 *
 * @param tick decision instant, epoch milliseconds UTC
 * @param bar grid index of the bar decided on
 * @param quotes at most one of a pair
 * @param signals at most one of a pair and horizon
 */
public record BookTick(long tick, long bar, List<PairQuote> quotes, List<Signal> signals) {

    public BookTick {
        quotes = List.copyOf(quotes);
        signals = List.copyOf(signals);
    }
}
