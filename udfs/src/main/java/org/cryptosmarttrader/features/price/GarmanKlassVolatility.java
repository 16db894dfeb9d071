package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Volatility from range and body of each bar: √mean(½ ln(H/L)² − (2 ln 2 − 1) ln(C/O)²); missing where the mean is
 * negative.
 *
 * <p>Source: Garman and Klass 1980, On the estimation of security price volatilities from historical data;
 * column {@code rv_gk_n}.
 *
 * @param bars window, at least 1
 */
public record GarmanKlassVolatility(int bars) implements Feature {

    private static final double BODY_WEIGHT = 2 * StrictMath.log(2) - 1;

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public GarmanKlassVolatility {
        Feature.checkWindow("Garman-Klass volatility", bars, 1);
    }

    @Override
    public String name() {
        return "rv_gk_" + bars;
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
        return "root of the mean of ½ ln(H/L)² − (2 ln 2 − 1) ln(C/O)², last %d bars; Garman and Klass 1980"
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

        Window ranges = history.window(Column.LOG_HIGH_LOW, bars);
        Window bodies = history.window(Column.LOG_CLOSE_OPEN, bars);
        double variance = 0.5 * ranges.sumOfSquares() - BODY_WEIGHT * bodies.sumOfSquares();
        return Math.sqrt(variance / ranges.present());
    }
}
