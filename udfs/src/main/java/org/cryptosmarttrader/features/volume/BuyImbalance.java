package org.cryptosmarttrader.features.volume;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Excess of taker buys over taker sells: (ΣB − ΣS) / (ΣB + ΣS); missing unless the taker side is known of 99 % of the
 * volume.
 *
 * <p>Source: Chordia, Roll and Subrahmanyam 2002, Order imbalance, liquidity, and market returns; column
 * {@code buy_imb_n}.
 *
 * @param bars window, at least 1
 */
public record BuyImbalance(int bars) implements Feature {

    /** Share of the volume whose taker side must be known. */
    private static final double KNOWN_SHARE = 0.99;

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public BuyImbalance {
        Feature.checkWindow("buy imbalance", bars, 1);
    }

    @Override
    public String name() {
        return "buy_imb_" + bars;
    }

    @Override
    public String unit() {
        return "fraction of volume";
    }

    @Override
    public Range range() {
        return Range.SIGNED_UNIT;
    }

    @Override
    public String meaning() {
        return "taker buy minus taker sell volume over their sum, last %d bars; Chordia, Roll and Subrahmanyam 2002"
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

        Window bought = history.window(Column.BUY_VOLUME, bars);
        Window sold = history.window(Column.SELL_VOLUME, bars);
        double buys = bought.where(sold).sum();
        double sells = sold.where(bought).sum();
        boolean isKnown = buys + sells
                >= KNOWN_SHARE * history.window(Column.VOLUME, bars).sum();
        return isKnown ? (buys - sells) / (buys + sells) : Double.NaN;
    }
}
