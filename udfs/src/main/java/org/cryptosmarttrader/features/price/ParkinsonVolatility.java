package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Volatility from the range of each bar: √(mean(ln(H/L)²) / (4 ln 2)).
 *
 * <p>Source: Parkinson 1980, The extreme value method for estimating the variance of the rate of return;
 * column {@code rv_park_n}.
 *
 * @param bars window, at least 1
 */
public record ParkinsonVolatility(int bars) implements Feature {

    private static final double FOUR_LN_2 = 4 * StrictMath.log(2);

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public ParkinsonVolatility {
        Feature.checkWindow("Parkinson volatility", bars, 1);
    }

    @Override
    public String name() {
        return "rv_park_" + bars;
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
        return "root of the mean of ln(H/L)² over 4 ln 2, last %d bars; Parkinson 1980".formatted(bars);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.WINDOW;
    }

    @Override
    public int memoryBars() {
        return bars;
    }

    @Override
    public double value(History history) {
        if (!gapClass().allows(history, bars)) {
            return Double.NaN;
        }

        Window ranges = history.window(Column.LOG_HIGH_LOW, bars);
        return Math.sqrt(ranges.sumOfSquares() / ranges.present() / FOUR_LN_2);
    }
}
