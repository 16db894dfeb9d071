package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Moving average convergence/divergence: (EMA12 − EMA26) / C.
 *
 * <p>Source: Appel 1979; column {@code macd}.
 */
public record MacdLine() implements Feature {

    @Override
    public String name() {
        return "macd";
    }

    @Override
    public String unit() {
        return "fraction of price";
    }

    @Override
    public String meaning() {
        return "exponential moving averages 12 minus 26 of the close, over the close; Appel 1979";
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
        return MovingAverages.of(history).line() / history.now(Column.CLOSE);
    }
}
