package org.cryptosmarttrader.features;

import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;

/**
 * One number known of a pair at a decision instant: a pure function of its History.
 *
 * <p>One class (or one parameterised record) each, one line in {@link StandardFeatures}; the tests over the whole catalogue
 * then run on it by themselves.
 */
public interface Feature extends Described {

    /** The value, NaN where the history does not allow one; never infinite. */
    double value(History history);

    /**
     * Checks a window when a feature is made.
     *
     * @throws IllegalArgumentException if the window, with the bar before it, is shorter than needed or beyond the memory
     */
    static void checkWindow(String feature, int bars, int minimum) {
        int maximum = MemoryRules.HISTORY_BARS - 1;
        if (bars < minimum || bars > maximum) {
            throw new IllegalArgumentException(
                    "%s: window is %d bars, needs %d to %d".formatted(feature, bars, minimum, maximum));
        }
    }
}
