package org.cryptosmarttrader.features.market;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.History;

/**
 * Slope of the pair's log returns on those of BTC in the same quote currency, over the hours in which both have one; 1
 * for BTC itself, missing where BTC is not known or never moved.
 *
 * <p>Source: Sharpe 1964, Capital asset prices; column {@code beta_btc_168}.
 */
public record BitcoinBeta() implements Feature {

    @Override
    public String name() {
        return "beta_btc_" + CoMovement.BARS;
    }

    @Override
    public String unit() {
        return "ratio of log returns";
    }

    @Override
    public String meaning() {
        return "covariance of the log return with that of BTC over the variance of BTC's, last %d bars; Sharpe 1964"
                .formatted(CoMovement.BARS);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RETURNS;
    }

    @Override
    public int memoryBars() {
        return CoMovement.BARS + 1;
    }

    @Override
    public double value(History history) {
        return CoMovement.of(history).beta();
    }
}
