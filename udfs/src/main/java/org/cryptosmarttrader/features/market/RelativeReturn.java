package org.cryptosmarttrader.features.market;

import java.util.Locale;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.ReferenceReturns;
import org.cryptosmarttrader.history.Window;

/**
 * How much better the pair did than a reference asset in the same quote currency: the log return less that of the reference
 * over the same bars; 0 for the reference itself, missing where either lacks one of the two bars.
 *
 * <p>Source: Levy 1967, Relative strength as a criterion for investment selection; column {@code rel_btc_n}.
 *
 * @param base reference asset, e.g. {@code BTC}
 * @param bars lag, at least 1 and less than what travels of a reference
 */
public record RelativeReturn(String base, int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond what travels of a reference */
    public RelativeReturn {
        if (bars < 1 || bars >= ReferenceReturns.LENGTH) {
            throw new IllegalArgumentException(
                    "relative return: lag is %d bars, needs 1 to %d".formatted(bars, ReferenceReturns.LENGTH - 1));
        }
    }

    @Override
    public String name() {
        return "rel_%s_%d".formatted(base.toLowerCase(Locale.ROOT), bars);
    }

    @Override
    public String unit() {
        return "log return";
    }

    @Override
    public String meaning() {
        return "log return over %d bars less that of %s; Levy 1967".formatted(bars, base);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.POINTS;
    }

    @Override
    public int memoryBars() {
        return bars + 1;
    }

    @Override
    public String source() {
        return "bars of the pair and of " + base;
    }

    @Override
    public double value(History history) {
        double own = new LogReturn(bars).value(history);
        String reference = base + "/" + Symbols.quote(history.pair());
        return reference.equals(history.pair()) ? own - own : own - logReturn(history, reference);
    }

    private double logReturn(History history, String reference) {
        Window closes = history.referenceCloses(reference, bars + 1);
        return closes.length() == 0 ? Double.NaN : StrictMath.log(closes.last() / closes.at(0));
    }
}
