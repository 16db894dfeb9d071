package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Variance of overlapping returns over {@code lag} bars against that of one-bar returns, both unbiased: σ²(q) / σ²(1) with
 * σ²(1) = Σ(r − μ)² / (n − 1) and σ²(q) = Σ(p_i − p_{i−q} − qμ)² / (q (n − q + 1) (1 − q/n)); 1 for a random walk, above it
 * for trends. Missing where the returns never differ.
 *
 * <p>Source: Lo and MacKinlay 1988, Stock market prices do not follow random walks; column {@code vr_q_n}.
 *
 * @param lag q, at least 2
 * @param bars n, window of one-bar returns, more than {@code lag}
 */
public record VarianceRatio(int lag, int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code lag} is below 2, or {@code bars} not above it or beyond the memory */
    public VarianceRatio {
        Feature.checkWindow("variance ratio, lag", lag, 2);
        Feature.checkWindow("variance ratio", bars, lag + 1);
    }

    @Override
    public String name() {
        return "vr_" + lag + "_" + bars;
    }

    @Override
    public String unit() {
        return "ratio";
    }

    @Override
    public Range range() {
        return Range.NOT_NEGATIVE;
    }

    @Override
    public String meaning() {
        return "variance of %d-bar returns over %d times that of one-bar returns, last %d bars; Lo and MacKinlay 1988"
                .formatted(lag, lag, bars);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.FULL;
    }

    @Override
    public int memoryBars() {
        return bars + 1;
    }

    @Override
    public double value(History history) {
        if (!gapClass().allows(history, bars)) {
            return Double.NaN;
        }
        Window returns = history.window(Column.RETURN, bars);
        double mean = returns.mean();
        double single = returns.centralMoment(2, mean) / (bars - 1);
        double room = (bars - lag + 1) * (1 - (double) lag / bars);
        double overlapping = squaredDeviations(returns, mean) / lag / room;
        return single > 0 ? overlapping / single : Double.NaN;
    }

    /** Σ (p_i − p_{i−q} − qμ)², the log prices p summed up from 0 at the window's start. */
    private double squaredDeviations(Window returns, double mean) {
        double price = 0;
        double earlier = 0;
        double drift = lag * mean;
        for (int i = 0; i < lag; i++) {
            price += returns.at(i);
        }
        double sum = (price - drift) * (price - drift);
        for (int i = lag; i < bars; i++) {
            price += returns.at(i);
            earlier += returns.at(i - lag);
            double deviation = price - earlier - drift;
            sum += deviation * deviation;
        }
        return sum;
    }
}
