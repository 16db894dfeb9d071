package org.cryptosmarttrader.features.market;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Money traded: Σ C·V over the window, by which pairs are ranked.
 *
 * <p>Input of column {@code xs_rank_vol24}.
 *
 * @param bars window, at least 1
 */
public record QuoteVolume(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public QuoteVolume {
        Feature.checkWindow("quote volume", bars, 1);
    }

    @Override
    public String name() {
        return "qvol_" + bars;
    }

    @Override
    public String unit() {
        return "quote currency";
    }

    @Override
    public Range range() {
        return Range.NOT_NEGATIVE;
    }

    @Override
    public String meaning() {
        return "sum of close × volume over the last %d bars".formatted(bars);
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
        Window volumes = history.window(Column.VOLUME, bars);
        double sum = 0;
        for (int i = 0; i < bars; i++) {
            double money = closes.at(i) * volumes.at(i);
            sum += Double.isNaN(money) ? 0 : money;
        }
        return sum;
    }
}
