package org.cryptosmarttrader.app.bench;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/**
 * Items by tick, ticks ascending, in memory or made when asked for.
 *
 * @param ticks how many
 * @param tick instant of a tick by its number from 0
 * @param items of a tick by its number
 */
record Series<T>(long ticks, LongUnaryOperator tick, LongFunction<List<T>> items) {

    /** The items of one tick. */
    record Step<T>(long tick, List<T> items) {}

    static <T> Series<T> of(List<Step<T>> steps) {
        return new Series<>(steps.size(), number -> steps.get((int) number).tick(), number -> steps.get((int) number)
                .items());
    }
}
