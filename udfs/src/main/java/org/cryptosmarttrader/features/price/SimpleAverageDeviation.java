package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Distance of the close from its simple moving average: ln(C / mean C).
 *
 * <p>Source: Brock, Lakonishok and LeBaron 1992, Simple technical trading rules; column {@code sma_dev_n}.
 *
 * @param bars window, at least 1
 */
public record SimpleAverageDeviation(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public SimpleAverageDeviation {
        Feature.checkWindow("simple average deviation", bars, 1);
    }

    @Override
    public String name() {
        return "sma_dev_" + bars;
    }

    @Override
    public String unit() {
        return "log ratio";
    }

    @Override
    public String meaning() {
        return "ln of the close over its mean of the last %d bars; Brock, Lakonishok and LeBaron 1992".formatted(bars);
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

        Window closes = history.window(Column.CLOSE, bars);
        return StrictMath.log(closes.last() / closes.mean());
    }
}
