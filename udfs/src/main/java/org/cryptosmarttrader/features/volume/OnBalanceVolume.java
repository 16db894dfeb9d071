package org.cryptosmarttrader.features.volume;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * How unusual the on-balance volume is: the z-score of its last value over the window, begun at 0 at the first bar
 * present, plus the volume at a higher close, minus it at a lower one; missing where it never moved.
 *
 * <p>Source: Granville 1963, New Key to Stock Market Profits; column {@code obv_z_n}.
 *
 * @param bars window, at least 2
 */
public record OnBalanceVolume(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 2 or beyond the memory */
    public OnBalanceVolume {
        Feature.checkWindow("on-balance volume", bars, 2);
    }

    @Override
    public String name() {
        return "obv_z_" + bars;
    }

    @Override
    public String unit() {
        return "standard deviations";
    }

    @Override
    public String meaning() {
        return "z-score of on-balance volume begun at 0 in the window of the last %d bars; Granville 1963"
                .formatted(bars);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.WINDOW;
    }

    @Override
    public int memoryBars() {
        return bars;
    }

    @Override
    public double value(History history) {
        if (!gapClass().allows(history, bars)) {
            return Double.NaN;
        }
        return balances(history).zScoreOfLast();
    }

    private Window balances(History history) {
        Window closes = history.window(Column.CLOSE, bars);
        Window volumes = history.window(Column.VOLUME, bars);
        double[] balances = new double[bars];
        double balance = 0;
        double previous = Double.NaN;
        for (int i = 0; i < bars; i++) {
            double close = closes.at(i);
            balances[i] = Double.NaN;
            if (!Double.isNaN(close)) {
                double sign = close > previous ? 1 : close < previous ? -1 : 0; // 0 for the first
                balance += sign * volumes.at(i);
                balances[i] = balance;
                previous = close;
            }
        }
        return Window.of(balances);
    }
}
