package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Window;

/**
 * Excess kurtosis of the log returns from their population moments: m4 / m2² − 3; missing where they never differ.
 *
 * <p>Source: Joanes and Gill 1998, Comparing measures of sample skewness and kurtosis (g2); column {@code
 * kurt_n}.
 *
 * @param bars window, at least 4
 */
public record ReturnKurtosis(int bars) implements ReturnStatistic {

    /** @throws IllegalArgumentException if {@code bars} is below 4 or beyond the memory */
    public ReturnKurtosis {
        Feature.checkWindow("return kurtosis", bars, 4);
    }

    @Override
    public String name() {
        return "kurt_" + bars;
    }

    @Override
    public String unit() {
        return "standardised fourth moment minus 3";
    }

    @Override
    public Range range() {
        return Range.atLeast(-2);
    }

    @Override
    public String meaning() {
        return "excess kurtosis m4 / m2² − 3 of the log returns, population moments, last %d bars; Joanes and Gill 1998"
                .formatted(bars);
    }

    @Override
    public double of(Window returns) {
        double mean = returns.mean();
        double second = returns.squaredDeviations() / returns.present();
        double fourth = returns.centralMoment(4, mean) / returns.present();
        return fourth / (second * second) - 3;
    }
}
