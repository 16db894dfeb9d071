package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Volatility of opening jumps, bodies and ranges together: √(sd(o)² + κ sd(c)² + (1 − κ) RS), with o = ln(O / C of the
 * bar before), c = ln(C/O), RS the mean of the Rogers-Satchell terms and κ = 0.34 / (1.34 + (m + 1)/(m − 1)), all on
 * the m bars that have a return.
 *
 * <p>Source: Yang and Zhang 2000, Drift-independent volatility estimation based on high, low, open, and close prices;
 * column {@code rv_yz_n}.
 *
 * @param bars window, at least 3
 */
public record YangZhangVolatility(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 3 or beyond the memory */
    public YangZhangVolatility {
        Feature.checkWindow("Yang-Zhang volatility", bars, 3);
    }

    @Override
    public String name() {
        return "rv_yz_" + bars;
    }

    @Override
    public String unit() {
        return "per sqrt(bar)";
    }

    @Override
    public Range range() {
        return Range.NOT_NEGATIVE;
    }

    @Override
    public String meaning() {
        return "root of var(opening jump) + κ var(body) + (1 − κ) Rogers-Satchell, last %d bars; Yang and Zhang 2000"
                .formatted(bars);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RETURNS;
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
        double jump = history.window(Column.LOG_OPEN_PREVIOUS, bars).standardDeviation();
        double body = history.window(Column.LOG_CLOSE_OPEN, bars).where(returns).standardDeviation();
        double range =
                history.window(Column.ROGERS_SATCHELL, bars).where(returns).mean();
        double weight = bodyWeight(returns.present());
        return Math.sqrt(jump * jump + weight * body * body + (1 - weight) * range);
    }

    /** κ, which makes the variance of the estimate least. */
    private static double bodyWeight(double returns) {
        return 0.34 / (1.34 + (returns + 1) / (returns - 1));
    }
}
