package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;

/**
 * How much one direction outweighs the other, as a Wilder average of 14; missing where nothing moved.
 *
 * <p>Source: Wilder 1978, section IV; column {@code adx}.
 */
public record AverageDirectionalIndex() implements Feature {

    @Override
    public String name() {
        return "adx";
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
        return "Wilder average of 14 of 100 |+DI − −DI| / (+DI + −DI); Wilder 1978";
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
        return WilderIndicators.of(history).directionalIndex();
    }
}
