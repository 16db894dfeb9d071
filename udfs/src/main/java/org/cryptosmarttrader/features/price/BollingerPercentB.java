package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Place of the close within the Bollinger bands of 20 bars and two population deviations: (C − (m − 2s)) / 4s, 0 at
 * the lower and 1 at the upper band; missing where s is 0.
 *
 * <p>Source: Bollinger 2001, Bollinger on Bollinger Bands; column {@code bb_pctb}.
 */
public record BollingerPercentB() implements Feature {

    private static final int BARS = 20;

    @Override
    public String name() {
        return "bb_pctb";
    }

    @Override
    public String unit() {
        return "fraction of band";
    }

    @Override
    public String meaning() {
        return "place of the close within mean ± 2 population deviations of the last 20 closes; Bollinger 2001";
    }

    @Override
    public GapClass gapClass() {
        return GapClass.WINDOW;
    }

    @Override
    public int memoryBars() {
        return BARS;
    }

    @Override
    public double value(History history) {
        if (!gapClass().allows(history, BARS)) {
            return Double.NaN;
        }

        Window closes = history.window(Column.CLOSE, BARS);
        double deviation = closes.populationDeviation();
        double lower = closes.mean() - 2 * deviation;
        return deviation > 0 ? (closes.last() - lower) / (4 * deviation) : Double.NaN;
    }
}
