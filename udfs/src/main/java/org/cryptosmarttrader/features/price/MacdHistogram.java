package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Distance of the moving average convergence/divergence from its signal, over C.
 *
 * <p>Source: Appel 1979, Aspray 1986; column {@code macd_hist}.
 */
public record MacdHistogram() implements Feature {

    @Override
    public String name() {
        return "macd_hist";
    }

    @Override
    public String unit() {
        return "fraction of price";
    }

    @Override
    public String meaning() {
        return "MACD line minus its signal, over the close; Appel 1979, Aspray 1986";
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RECURSIVE;
    }

    @Override
    public int memoryBars() {
        return GapClass.RECURSIVE_BARS;
    }

    @Override
    public double value(History history) {
        MovingAverages averages = MovingAverages.of(history);
        return (averages.line() - averages.signal()) / history.now(Column.CLOSE);
    }
}
