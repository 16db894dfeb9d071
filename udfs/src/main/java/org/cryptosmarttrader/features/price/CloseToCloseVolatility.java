package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Close-to-close volatility: sample standard deviation of the log returns of the last bars, never of a return across a
 * gap.
 *
 * <p>Source: French, Schwert and Stambaugh 1987, Expected stock returns and volatility; column {@code rv_cc_n}.
 *
 * @param bars window, at least 2
 */
public record CloseToCloseVolatility(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 2 or beyond the memory */
    public CloseToCloseVolatility {
        Feature.checkWindow("close-to-close volatility", bars, 2);
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
    public Range range() {
        return Range.NOT_NEGATIVE;
    }

    @Override
    public String meaning() {
        return "sample standard deviation of the log returns, last %d bars; French, Schwert and Stambaugh 1987"
                .formatted(bars);
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
        return gapClass().allows(history, bars, ago)
                ? history.window(Column.RETURN, bars, ago).standardDeviation()
                : Double.NaN;
    }
}
