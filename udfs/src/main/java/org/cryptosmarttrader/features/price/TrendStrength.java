package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.History;

/**
 * The log return of a week in units of what its volatility makes likely: ret_168 / (rv_cc_168·√168); missing where the week
 * stood still. The trend regime is told by it.
 *
 * <p>Source: returns scaled by volatility after Moskowitz, Ooi and Pedersen 2012, Time series momentum; column
 * {@code trend_strength}.
 */
public record TrendStrength() implements Feature {

    private static final int BARS = 168;
    private static final LogReturn RETURN = new LogReturn(BARS);
    private static final CloseToCloseVolatility VOLATILITY = new CloseToCloseVolatility(BARS);

    @Override
    public String name() {
        return "trend_strength";
    }

    @Override
    public String unit() {
        return "standard deviations";
    }

    @Override
    public String meaning() {
        return "log return over 168 bars by their volatility times √168; after Moskowitz, Ooi and Pedersen 2012";
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RETURNS;
    }

    @Override
    public int memoryBars() {
        return BARS + 1;
    }

    @Override
    public double value(History history) {
        double likely = VOLATILITY.value(history) * Math.sqrt(BARS);
        return likely > 0 ? RETURN.value(history) / likely : Double.NaN;
    }
}
