package org.cryptosmarttrader.features.market;

import java.util.Arrays;
import org.cryptosmarttrader.features.CrossSectionFeature;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.history.Window;

/**
 * Whether a few pairs ran ahead of the others or fell behind: skewness of their log returns from population moments, m3 /
 * m2^1.5; one value for every row of the tick, missing where all did the same.
 *
 * <p>Source: Chang, Christoffersen and Jacobs 2013, Market skewness risk and the cross section of stock returns; column {@code xs_skew_n}.
 *
 * @param bars lag of the return, at least 1
 */
public record CrossSectionSkewness(int bars) implements CrossSectionFeature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public CrossSectionSkewness {
        Feature.checkWindow("skewness across pairs", bars, 1);
    }

    @Override
    public String name() {
        return "xs_skew_" + bars;
    }

    @Override
    public String unit() {
        return "standardised third moment";
    }

    @Override
    public String meaning() {
        return "skewness of the log return over %d bars across the pairs of one quote currency; Chang, Christoffersen and Jacobs 2013"
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
        Arrays.fill(everywhere, isEnough ? skewness(Window.of(inputs)) : Double.NaN);
        return everywhere;
    }

    private static double skewness(Window returns) {
        double second = returns.squaredDeviations() / returns.present();
        double third = returns.centralMoment(3, returns.mean()) / returns.present();
        return second > 0 ? third / (second * Math.sqrt(second)) : Double.NaN;
    }
}
