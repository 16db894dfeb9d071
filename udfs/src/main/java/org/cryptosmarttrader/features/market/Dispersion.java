package org.cryptosmarttrader.features.market;

import java.util.Arrays;
import org.cryptosmarttrader.features.CrossSectionFeature;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.history.Window;

/**
 * How differently the pairs moved over the last bars: sample standard deviation of their log returns; one value for every
 * row of the tick.
 *
 * <p>Source: Christie and Huang 1995, Following the pied piper; column {@code dispersion_n}.
 *
 * @param bars lag of the return, at least 1
 */
public record Dispersion(int bars) implements CrossSectionFeature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public Dispersion {
        Feature.checkWindow("dispersion", bars, 1);
    }

    @Override
    public String name() {
        return "dispersion_" + bars;
    }

    @Override
    public String unit() {
        return "log return";
    }

    @Override
    public Range range() {
        return Range.NOT_NEGATIVE;
    }

    @Override
    public String meaning() {
        return "standard deviation of the log return over %d bars across the pairs of one quote; Christie and Huang 1995"
                .formatted(bars);
    }

    @Override
    public Feature input() {
        return new LogReturn(bars);
    }

    @Override
    public double[] values(double[] inputs) {
        boolean isEnough = CrossSectionFeature.members(inputs) >= MINIMUM_MEMBERS;
        double[] everywhere = new double[inputs.length];
        Arrays.fill(everywhere, isEnough ? Window.of(inputs).standardDeviation() : Double.NaN);
        return everywhere;
    }
}
