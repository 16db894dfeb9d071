package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Window;

/**
 * Share of the falls in the realised variance: Σ r² of the negative log returns / Σ r²; missing where the price never moved.
 *
 * <p>Source: Barndorff-Nielsen, Kinnebrock and Shephard 2010, Measuring downside risk: realised semivariance; column {@code
 * down_share_n}.
 *
 * @param bars window, at least 2
 */
public record DownsideShare(int bars) implements ReturnStatistic {

    /** @throws IllegalArgumentException if {@code bars} is below 2 or beyond the memory */
    public DownsideShare {
        Feature.checkWindow("downside share", bars, 2);
    }

    @Override
    public String name() {
        return "down_share_" + bars;
    }

    @Override
    public String unit() {
        return "share";
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public String meaning() {
        return "share of the falls in the sum of squared log returns, last %d bars; Barndorff-Nielsen et al. 2010"
                .formatted(bars);
    }

    @Override
    public double of(Window returns) {
        double falls = 0;
        for (int i = 0; i < bars; i++) {
            falls += returns.at(i) < 0 ? returns.at(i) * returns.at(i) : 0;
        }
        return falls / returns.sumOfSquares();
    }
}
