package org.cryptosmarttrader.features.market;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;

/**
 * Correlation of the pair's log returns with those of BTC in the same quote currency, over the hours in which both
 * have one; 1 for BTC itself, missing where BTC is not known or one of them never moved.
 *
 * <p>Source: Pearson 1895; column {@code corr_btc_168}.
 */
public record BitcoinCorrelation() implements Feature {

    @Override
    public String name() {
        return "corr_btc_" + CoMovement.BARS;
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
        return "correlation of the log return with that of BTC, last %d bars; Pearson 1895".formatted(CoMovement.BARS);
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
        return CoMovement.of(history).correlation();
    }
}
