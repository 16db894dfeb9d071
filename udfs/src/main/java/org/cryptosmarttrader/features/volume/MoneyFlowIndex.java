package org.cryptosmarttrader.features.volume;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Share of money flowing in when the typical price rises: 100·P / (P + N), the flows TP·V of the last changes by the
 * sign of the change; an unchanged price counts in neither, and a window without a change has no value.
 *
 * <p>Source: Quong and Soudack 1989, Volume-weighted RSI: money flow; column {@code mfi_n}.
 *
 * @param changes number of changes, one less than the bars they need, at least 1
 */
public record MoneyFlowIndex(int changes) implements Feature {

    /** @throws IllegalArgumentException if {@code changes} is below 1 or beyond the memory */
    public MoneyFlowIndex {
        Feature.checkWindow("money flow index", changes, 1);
    }

    @Override
    public String name() {
        return "mfi_" + changes;
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
        return "share of typical price × volume at rises of the typical price, last %d changes; Quong and Soudack 1989"
                .formatted(changes);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.WINDOW;
    }

    @Override
    public int memoryBars() {
        return changes + 1;
    }

    @Override
    public double value(History history) {
        if (!gapClass().allows(history, memoryBars())) {
            return Double.NaN;
        }
        double inflow = 0;
        double outflow = 0;
        double previous = Double.NaN;
        for (int ago = changes; ago >= 0; ago--) {
            if (history.isPresent(ago)) {
                double price = history.typicalPrice(ago);
                double flow = price * history.at(Column.VOLUME, ago);
                inflow += price > previous ? flow : 0;
                outflow += price < previous ? flow : 0;
                previous = price;
            }
        }
        return 100 * inflow / (inflow + outflow);
    }
}
