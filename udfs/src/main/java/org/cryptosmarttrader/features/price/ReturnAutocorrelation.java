package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Window;

/**
 * First-order autocorrelation of the log returns: Σ(r_j − r̄)(r_{j−1} − r̄) / Σ(r_j − r̄)², the products over
 * neighbours that both exist; missing where the returns never differ.
 *
 * <p>Source: Campbell, Lo and MacKinlay 1997, The Econometrics of Financial Markets, section 2.4; column
 * {@code acf1_n}.
 *
 * @param bars window, at least 3
 */
public record ReturnAutocorrelation(int bars) implements ReturnStatistic {

    /** @throws IllegalArgumentException if {@code bars} is below 3 or beyond the memory */
    public ReturnAutocorrelation {
        Feature.checkWindow("return autocorrelation", bars, 3);
    }

    @Override
    public String name() {
        return "acf1_" + bars;
    }

    @Override
    public String unit() {
        return "correlation";
    }

    @Override
    public Range range() {
        return Range.SIGNED_UNIT;
    }

    @Override
    public String meaning() {
        return "correlation of the log return with the one before, last %d bars; Campbell, Lo and MacKinlay 1997"
                .formatted(bars);
    }

    @Override
    public double of(Window returns) {
        double mean = returns.mean();
        double products = 0;
        for (int i = 1; i < bars; i++) {
            double product = (returns.at(i) - mean) * (returns.at(i - 1) - mean);
            products += Double.isNaN(product) ? 0 : product;
        }
        return products / returns.squaredDeviations();
    }
}
