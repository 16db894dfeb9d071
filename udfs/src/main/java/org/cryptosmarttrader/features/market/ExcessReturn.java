package org.cryptosmarttrader.features.market;

import java.util.Arrays;
import org.cryptosmarttrader.features.CrossSectionFeature;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.price.LogReturn;

/**
 * How much better a pair did than the middle one: its log return less the median of all.
 *
 * <p>Source: excess over the cross-section after Jegadeesh and Titman 1993, Returns to buying winners and selling losers; column {@code xs_excess_n}.
 *
 * @param bars lag of the return, at least 1
 */
public record ExcessReturn(int bars) implements CrossSectionFeature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public ExcessReturn {
        Feature.checkWindow("excess return", bars, 1);
    }

    @Override
    public String name() {
        return "xs_excess_" + bars;
    }

    @Override
    public String unit() {
        return "log return";
    }

    @Override
    public String meaning() {
        return "log return over %d bars less its median across the pairs of one quote currency; after Jegadeesh and Titman 1993"
                .formatted(bars);
    }

    @Override
    public Feature input() {
        return new LogReturn(bars);
    }

    @Override
    public double[] values(double[] inputs) {
        double median = CrossSectionMedian.of(inputs);
        return Arrays.stream(inputs).map(input -> input - median).toArray();
    }
}
