package org.cryptosmarttrader.features.market;

import java.util.Arrays;
import org.cryptosmarttrader.features.CrossSectionFeature;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.price.LogReturn;

/**
 * What the middle pair did over the last bars: median of their log returns; one value for every row of the tick.
 *
 * <p>Source: an index without weights after Fama and MacBeth 1973, Risk, return, and equilibrium; column {@code xs_median_n}.
 *
 * @param bars lag of the return, at least 1
 */
public record CrossSectionMedian(int bars) implements CrossSectionFeature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public CrossSectionMedian {
        Feature.checkWindow("median across pairs", bars, 1);
    }

    @Override
    public String name() {
        return "xs_median_" + bars;
    }

    @Override
    public String unit() {
        return "log return";
    }

    @Override
    public String meaning() {
        return "median of the log return over %d bars across the pairs of one quote currency; after Fama and MacBeth 1973"
                .formatted(bars);
    }

    @Override
    public Feature input() {
        return new LogReturn(bars);
    }

    @Override
    public double[] values(double[] inputs) {
        double[] everywhere = new double[inputs.length];
        Arrays.fill(everywhere, of(inputs));
        return everywhere;
    }

    /** Median of the members' inputs, of an even number the mean of the middle two; NaN if they are too few. */
    static double of(double[] inputs) {
        int members = CrossSectionFeature.members(inputs);
        double[] sorted = inputs.clone();
        Arrays.sort(sorted); // NaN last
        return members >= MINIMUM_MEMBERS ? (sorted[(members - 1) / 2] + sorted[members / 2]) / 2 : Double.NaN;
    }
}
