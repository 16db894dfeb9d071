package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Close-to-close volatility: sample standard deviation of the log returns of the last bars, never of a return across a
 * gap.
 *
 * <p>Source: definitions C, {@code rv_cc_n}.
 *
 * @param bars window, at least 2
 */
public record CloseToCloseVolatility(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 2 */
    public CloseToCloseVolatility {
        if (bars < 2) {
            throw new IllegalArgumentException(
                    "close-to-close volatility: window is %d, needs at least 2 bars".formatted(bars));
        }
    }

    @Override
    public String name() {
        return "rv_cc_" + bars;
    }

    @Override
    public String unit() {
        return "per sqrt(bar)";
    }

    @Override
    public String meaning() {
        return "standard deviation of the log returns of the last %d bars".formatted(bars);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RETURNS;
    }

    @Override
    public int memoryBars() {
        return bars + 1;
    }

    @Override
    public double value(History history) {
        return valueAt(history, 0);
    }

    /** The volatility as it was some bars ago; a label is scaled by that of its decision. */
    public double valueAt(History history, int ago) {
        Window returns = history.window(Column.RETURN, bars, ago);
        return history.isPresent(ago) && returns.isCovered() ? returns.standardDeviation() : Double.NaN;
    }
}
