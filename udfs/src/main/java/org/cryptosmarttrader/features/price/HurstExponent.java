package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.History;

/**
 * How the spread of returns grows with the lag: (1 + ln VR(24) / ln 24) / 2; ½ for a random walk, above it for trends;
 * missing where the variance ratio is not positive.
 *
 * <p>Source: Hurst 1951, Long-term storage capacity of reservoirs, by the variance ratio of Lo and MacKinlay 1988;
 * column {@code hurst_n}.
 *
 * @param bars window, at least 25
 */
public record HurstExponent(int bars) implements Feature {

    private static final int LAG = 24;

    /** @throws IllegalArgumentException if {@code bars} is below 25 or beyond the memory */
    public HurstExponent {
        Feature.checkWindow("Hurst exponent", bars, 25);
    }

    @Override
    public String name() {
        return "hurst_" + bars;
    }

    @Override
    public String unit() {
        return "exponent";
    }

    @Override
    public String meaning() {
        return "(1 + ln VR(24) / ln 24) / 2, variance ratio of the last %d bars; Hurst 1951, Lo and MacKinlay 1988"
                .formatted(bars);
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
        double ratio = new VarianceRatio(LAG, bars).value(history);
        return ratio > 0 ? (1 + StrictMath.log(ratio) / StrictMath.log(LAG)) / 2 : Double.NaN;
    }
}
