package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Place of the close within the range of the last 14 bars: 100·(C − LL) / (HH − LL); missing where the range is empty.
 *
 * <p>Source: Lane 1984, Lane's stochastics; column {@code stoch_k}.
 */
public record StochasticK() implements Feature {

    static final int BARS = 14;

    @Override
    public String name() {
        return "stoch_k";
    }

    @Override
    public String unit() {
        return "per cent";
    }

    @Override
    public Range range() {
        return Range.PERCENT;
    }

    @Override
    public String meaning() {
        return "place of the close between lowest low and highest high of the last 14 bars; Lane 1984";
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
        return valueAt(history, 0);
    }

    /** The value as it was some bars ago. */
    double valueAt(History history, int ago) {
        if (!gapClass().allows(history, BARS, ago)) {
            return Double.NaN;
        }
        double low = history.window(Column.LOW, BARS, ago).min();
        double high = history.window(Column.HIGH, BARS, ago).max();
        return 100 * (history.at(Column.CLOSE, ago) - low) / (high - low);
    }
}
