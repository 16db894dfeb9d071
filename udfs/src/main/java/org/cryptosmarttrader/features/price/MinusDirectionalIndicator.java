package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;

/**
 * Downward directional movement as a share of true range, Wilder sums of 14; missing where nothing moved.
 *
 * <p>Source: Wilder 1978, section IV; column {@code minus_di}.
 */
public record MinusDirectionalIndicator() implements Feature {

    @Override
    public String name() {
        return "minus_di";
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
        return "downward directional movement over true range, Wilder sums of 14; Wilder 1978";
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
        return WilderIndicators.of(history).minus();
    }
}
