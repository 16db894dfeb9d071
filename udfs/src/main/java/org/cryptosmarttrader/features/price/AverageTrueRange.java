package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Wilder average of 14 true ranges as a fraction of the close.
 *
 * <p>Source: Wilder 1978, section III; column {@code atr_pct_14}.
 */
public record AverageTrueRange() implements Feature {

    @Override
    public String name() {
        return "atr_pct_14";
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
        return "Wilder average of 14 true ranges over the close; Wilder 1978";
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RECURSIVE;
    }

    @Override
    public int memoryBars() {
        return GapClass.RECURSIVE_BARS;
    }

    @Override
    public double value(History history) {
        return WilderIndicators.of(history).trueRange() / history.now(Column.CLOSE);
    }
}
