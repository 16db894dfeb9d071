package org.cryptosmarttrader.features.market;

import java.util.Locale;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.History;

/**
 * Slope of the pair's log returns on those of a reference asset in the same quote currency, over the hours in which both have one; 1
 * for the reference itself, missing where it is not known or never moved.
 *
 * <p>Source: Sharpe 1964, Capital asset prices; columns {@code beta_btc_168}, {@code beta_eth_168}.
 *
 * @param base reference asset, e.g. {@code BTC}
 */
public record ReferenceBeta(String base) implements Feature {

    @Override
    public String name() {
        return "beta_%s_%d".formatted(base.toLowerCase(Locale.ROOT), CoMovement.BARS);
    }

    @Override
    public String unit() {
        return "ratio of log returns";
    }

    @Override
    public String meaning() {
        return "covariance of the log return with that of %s over the variance of its, last %d bars; Sharpe 1964"
                .formatted(base, CoMovement.BARS);
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
    public String source() {
        return "bars of the pair and of " + base;
    }

    @Override
    public double value(History history) {
        return CoMovement.of(history, base).beta();
    }
}
