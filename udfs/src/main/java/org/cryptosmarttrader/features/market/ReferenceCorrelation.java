package org.cryptosmarttrader.features.market;

import java.util.Locale;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;

/**
 * Correlation of the pair's log returns with those of a reference asset in the same quote currency, over the hours in which both
 * have one; 1 for the reference itself, missing where it is not known or one of them never moved.
 *
 * <p>Source: Pearson 1895; columns {@code corr_btc_168}, {@code corr_eth_168}.
 *
 * @param base reference asset, e.g. {@code BTC}
 */
public record ReferenceCorrelation(String base) implements Feature {

    @Override
    public String name() {
        return "corr_%s_%d".formatted(base.toLowerCase(Locale.ROOT), CoMovement.BARS);
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
        return "correlation of the log return with that of %s, last %d bars; Pearson 1895"
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
        return CoMovement.of(history, base).correlation();
    }
}
