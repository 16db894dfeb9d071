package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Place of the close within the channel of the last 20 bars, this one included: (C − LL) / (HH − LL); missing where
 * the channel is empty.
 *
 * <p>Source: Donchian 1960, High finance in copper; column {@code don_pos}.
 */
public record DonchianPosition() implements Feature {

    private static final int BARS = 20;

    @Override
    public String name() {
        return "don_pos";
    }

    @Override
    public String unit() {
        return "fraction of channel";
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public String meaning() {
        return "place of the close between lowest low and highest high of the last 20 bars; Donchian 1960";
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
        return (history.now(Column.CLOSE) - low) / (high - low);
    }
}
