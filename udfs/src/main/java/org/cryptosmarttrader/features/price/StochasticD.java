package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;

/**
 * Mean of the last three {@link StochasticK}, each of which must exist.
 *
 * <p>Source: Lane 1984, Lane's stochastics; column {@code stoch_d}.
 */
public record StochasticD() implements Feature {

    private static final StochasticK K = new StochasticK();

    @Override
    public String name() {
        return "stoch_d";
    }

    @Override
    public String unit() {
        return "per cent";
    }

    @Override
    public Range range() {
        return Range.PERCENT;
    }

    @Override
    public String meaning() {
        return "mean of stoch_k at the last three bars; Lane 1984";
    }

    @Override
    public GapClass gapClass() {
        return GapClass.WINDOW;
    }

    @Override
    public int memoryBars() {
        return K.memoryBars() + 2;
    }

    @Override
    public double value(History history) {
        return (K.valueAt(history, 2) + K.valueAt(history, 1) + K.valueAt(history, 0)) / 3;
    }
}
