package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;

/**
 * How agitated the last day is against the last month: close-to-close volatility of 24 bars over that of 720; missing where
 * the month stood still. The volatility regime is told by it.
 *
 * <p>Source: volatility by horizon after Corsi 2009, A simple approximate long-memory model of realized volatility; column
 * {@code vol_ratio}.
 */
public record VolatilityRatio() implements Feature {

    private static final CloseToCloseVolatility DAY = new CloseToCloseVolatility(24);
    private static final CloseToCloseVolatility MONTH = new CloseToCloseVolatility(720);

    @Override
    public String name() {
        return "vol_ratio";
    }

    @Override
    public String unit() {
        return "ratio";
    }

    @Override
    public Range range() {
        return Range.NOT_NEGATIVE;
    }

    @Override
    public String meaning() {
        return "standard deviation of the log returns of the last 24 bars over that of the last 720; after Corsi 2009";
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RETURNS;
    }

    @Override
    public int memoryBars() {
        return MONTH.memoryBars();
    }

    @Override
    public double value(History history) {
        double month = MONTH.value(history);
        return month > 0 ? DAY.value(history) / month : Double.NaN;
    }
}
