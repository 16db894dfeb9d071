package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Volatility that a drift does not disturb: √mean(ln(H/C)·ln(H/O) + ln(L/C)·ln(L/O)).
 *
 * <p>Source: Rogers and Satchell 1991, Estimating variance from high, low and closing prices; column {@code
 * rv_rs_n}.
 *
 * @param bars window, at least 1
 */
public record RogersSatchellVolatility(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public RogersSatchellVolatility {
        Feature.checkWindow("Rogers-Satchell volatility", bars, 1);
    }

    @Override
    public String name() {
        return "rv_rs_" + bars;
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
        return "root of the mean of ln(H/C) ln(H/O) + ln(L/C) ln(L/O), last %d bars; Rogers and Satchell 1991"
                .formatted(bars);
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

        return Math.sqrt(history.window(Column.ROGERS_SATCHELL, bars).mean());
    }
}
