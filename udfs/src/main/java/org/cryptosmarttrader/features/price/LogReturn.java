package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Log return over a number of bars: ln(C_k / C_{k−n}), on grid intervals, not on "n bars ago".
 *
 * <p>Source: Osborne 1959, Brownian motion in the stock market; column {@code ret_n}.
 *
 * @param bars lag, at least 1
 */
public record LogReturn(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public LogReturn {
        Feature.checkWindow("log return", bars, 1);
    }

    @Override
    public String name() {
        return "ret_" + bars;
    }

    @Override
    public String unit() {
        return "log return";
    }

    @Override
    public String meaning() {
        return "ln of the close over the close %d bars before; Osborne 1959".formatted(bars);
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
    public double value(History history) {
        return StrictMath.log(history.now(Column.CLOSE) / history.at(Column.CLOSE, bars));
    }
}
