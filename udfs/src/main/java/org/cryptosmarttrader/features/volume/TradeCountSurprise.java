package org.cryptosmarttrader.features.volume;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * How unusual the number of trades in the bar is: z-score of ln(1 + count); missing where any bar of the window came
 * without a count, or the counts never differ.
 *
 * <p>Source: trades instead of volume after Jones, Kaul and Lipson 1994, Transactions, volume, and volatility;
 * column {@code trades_z_n}.
 *
 * @param bars window, at least 2
 */
public record TradeCountSurprise(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 2 or beyond the memory */
    public TradeCountSurprise {
        Feature.checkWindow("trade count surprise", bars, 2);
    }

    @Override
    public String name() {
        return "trades_z_" + bars;
    }

    @Override
    public String unit() {
        return "standard deviations";
    }

    @Override
    public String meaning() {
        return "z-score of ln(1 + number of trades) over the last %d bars; Jones, Kaul and Lipson 1994".formatted(bars);
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

        Window counts = history.window(Column.LOG_COUNT, bars);
        boolean isCounted =
                counts.present() == history.window(Column.CLOSE, bars).present();
        return isCounted ? counts.zScoreOfLast() : Double.NaN;
    }
}
