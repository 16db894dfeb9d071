package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Width of the channel of the last 20 bars, this one included, over the close: (HH − LL) / C.
 *
 * <p>Source: Donchian 1960, High finance in copper; column {@code don_width}.
 */
public record DonchianWidth() implements Feature {

    private static final int BARS = 20;

    @Override
    public String name() {
        return "don_width";
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
        return "highest high minus lowest low of the last 20 bars, over the close; Donchian 1960";
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

        double low = history.window(Column.LOW, BARS).min();
        double high = history.window(Column.HIGH, BARS).max();
        return (high - low) / history.now(Column.CLOSE);
    }
}
