package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.history.Window;

/**
 * Skewness of the log returns from their population moments: m3 / m2^1.5; missing where they never differ.
 *
 * <p>Source: Joanes and Gill 1998, Comparing measures of sample skewness and kurtosis (g1); column {@code
 * skew_n}.
 *
 * @param bars window, at least 3
 */
public record ReturnSkewness(int bars) implements ReturnStatistic {

    /** @throws IllegalArgumentException if {@code bars} is below 3 or beyond the memory */
    public ReturnSkewness {
        Feature.checkWindow("return skewness", bars, 3);
    }

    @Override
    public String name() {
        return "skew_" + bars;
    }

    @Override
    public String unit() {
        return "standardised third moment";
    }

    @Override
    public String meaning() {
        return "skewness m3 / m2^1.5 of the log returns, population moments, last %d bars; Joanes and Gill 1998"
                .formatted(bars);
    }

    @Override
    public double of(Window returns) {
        double mean = returns.mean();
        double second = returns.squaredDeviations() / returns.present();
        double third = returns.centralMoment(3, mean) / returns.present();
        return third / (second * Math.sqrt(second));
    }
}
