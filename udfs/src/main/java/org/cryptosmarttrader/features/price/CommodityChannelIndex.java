package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Distance of the typical price from its mean in units of its mean absolute deviation: (TP − mean TP) / (0.015·mean|TP
 * − mean TP|); missing where it never changed.
 *
 * <p>Source: Lambert 1980, Commodity channel index; column {@code cci_20}.
 *
 * @param bars window, at least 2
 */
public record CommodityChannelIndex(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 2 or beyond the memory */
    public CommodityChannelIndex {
        Feature.checkWindow("commodity channel index", bars, 2);
    }

    @Override
    public String name() {
        return "cci_" + bars;
    }

    @Override
    public String unit() {
        return "0.015 mean absolute deviations";
    }

    @Override
    public String meaning() {
        return "typical price minus its mean, over 0.015 mean absolute deviations, last %d bars; Lambert 1980"
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

        Window prices = typicalPrices(history);
        double mean = prices.mean();
        double deviation = 0;
        for (int i = 0; i < bars; i++) {
            deviation += Double.isNaN(prices.at(i)) ? 0 : Math.abs(prices.at(i) - mean);
        }
        double unit = 0.015 * deviation / prices.present();
        return unit > 0 ? (prices.last() - mean) / unit : Double.NaN;
    }

    private Window typicalPrices(History history) {
        double[] prices = new double[bars];
        for (int i = 0; i < bars; i++) {
            prices[i] = history.typicalPrice(bars - 1 - i);
        }
        return Window.of(prices);
    }
}
