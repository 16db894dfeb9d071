package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Width of the Bollinger bands of 20 bars and two population deviations over their middle: 4s / m.
 *
 * <p>Source: Bollinger 2001, Bollinger on Bollinger Bands; column {@code bb_width}.
 */
public record BollingerWidth() implements Feature {

    private static final int BARS = 20;

    @Override
    public String name() {
        return "bb_width";
    }

    @Override
    public String unit() {
        return "fraction of price";
    }

    @Override
    public Range range() {
        return Range.NOT_NEGATIVE;
    }

    @Override
    public String meaning() {
        return "four population deviations of the last 20 closes over their mean; Bollinger 2001";
    }

    @Override
    public GapClass gapClass() {
        return GapClass.WINDOW;
    }

    @Override
    public int memoryBars() {
        return BARS;
    }

    @Override
    public double value(History history) {
        if (!gapClass().allows(history, BARS)) {
            return Double.NaN;
        }

        Window closes = history.window(Column.CLOSE, BARS);
        return 4 * closes.populationDeviation() / closes.mean();
    }
}
