package org.cryptosmarttrader.features.volume;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Price moved per money traded: ln(10⁶·mean(|r| / (V·C))); missing where the price never moved.
 *
 * <p>Source: Amihud 2002, Illiquidity and stock returns; column {@code amihud_n}.
 *
 * @param bars window, at least 1
 */
public record AmihudIlliquidity(int bars) implements Feature {

    private static final double MILLION = 1e6;

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public AmihudIlliquidity {
        Feature.checkWindow("Amihud illiquidity", bars, 1);
    }

    @Override
    public String name() {
        return "amihud_" + bars;
    }

    @Override
    public String unit() {
        return "ln(log return per million of quote currency)";
    }

    @Override
    public String meaning() {
        return "ln of 10⁶ × mean of |log return| over volume × close, last %d bars; Amihud 2002".formatted(bars);
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
        Window volumes = history.window(Column.VOLUME, bars);
        Window closes = history.window(Column.CLOSE, bars);
        double sum = 0;
        for (int i = 0; i < bars; i++) {
            double impact = Math.abs(returns.at(i)) / (volumes.at(i) * closes.at(i));
            sum += Double.isNaN(impact) ? 0 : impact;
        }
        return sum > 0 ? StrictMath.log(MILLION * sum / returns.present()) : Double.NaN;
    }
}
