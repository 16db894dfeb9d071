package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Signal line of the moving average convergence/divergence: EMA9 of EMA12 − EMA26, over C.
 *
 * <p>Source: Appel 1979; column {@code macd_signal}.
 */
public record MacdSignal() implements Feature {

    @Override
    public String name() {
        return "macd_signal";
    }

    @Override
    public String unit() {
        return "fraction of price";
    }

    @Override
    public String meaning() {
        return "exponential moving average 9 of the MACD line, over the close; Appel 1979";
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
        return MovingAverages.of(history).signal() / history.now(Column.CLOSE);
    }
}
