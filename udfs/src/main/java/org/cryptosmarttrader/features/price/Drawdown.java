package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Fall of the close from its highest within the window: C / max C − 1, 0 at a new high.
 *
 * <p>Source: Magdon-Ismail and Atiya 2004, Maximum drawdown; column {@code drawdown_n}.
 *
 * @param bars window, at least 1
 */
public record Drawdown(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public Drawdown {
        Feature.checkWindow("drawdown", bars, 1);
    }

    @Override
    public String name() {
        return "drawdown_" + bars;
    }

    @Override
    public String unit() {
        return "fraction of price";
    }

    @Override
    public Range range() {
        return new Range(-1, 0);
    }

    @Override
    public String meaning() {
        return "close over the highest close of the last %d bars, minus 1; Magdon-Ismail and Atiya 2004"
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

        Window closes = history.window(Column.CLOSE, bars);
        return closes.last() / closes.max() - 1;
    }
}
