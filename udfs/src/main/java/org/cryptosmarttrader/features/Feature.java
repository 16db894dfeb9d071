package org.cryptosmarttrader.features;

import java.io.Serializable;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;

/**
 * One number known of a pair at a decision instant: a pure function of its History.
 *
 * <p>One class (or one parameterised record) each, one line in {@link FeatureCatalog}; the tests over the whole catalogue
 * then run on it by themselves.
 */
public interface Feature extends Serializable {

    /** Column name, unique in the catalogue: the textbook term and its windows, e.g. {@code rv_cc_24}. */
    String name();

    /** Unit of the value, e.g. {@code log return} or {@code per sqrt(bar)}. */
    String unit();

    /** What the value says, in one sentence with its source; becomes the column's description. */
    String meaning();

    GapClass gapClass();

    /** How many newest bars the value depends on, the one decided on included. */
    int memoryBars();

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
