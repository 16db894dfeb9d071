package org.cryptosmarttrader.features.volume;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Distance of the close from the volume-weighted average price: ln(C / (Σ TP·V / Σ V)). Always of the typical price,
 * as not every source records a VWAP of its own.
 *
 * <p>Source: Berkowitz, Logue and Noser 1988, The total cost of transactions on the NYSE; column {@code
 * vwap_dev_n}.
 *
 * @param bars window, at least 1
 */
public record VwapDeviation(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public VwapDeviation {
        Feature.checkWindow("VWAP deviation", bars, 1);
    }

    @Override
    public String name() {
        return "vwap_dev_" + bars;
    }

    @Override
    public String unit() {
        return "log ratio";
    }

    @Override
    public String meaning() {
        return "ln of the close over the volume-weighted typical price, last %d bars; Berkowitz, Logue and Noser 1988"
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

        double money = 0;
        double volume = 0;
        for (int ago = bars - 1; ago >= 0; ago--) {
            if (history.isPresent(ago)) {
                money += history.typicalPrice(ago) * history.at(Column.VOLUME, ago);
                volume += history.at(Column.VOLUME, ago);
            }
        }
        return StrictMath.log(history.now(Column.CLOSE) * volume / money);
    }
}
