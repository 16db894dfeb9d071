package org.cryptosmarttrader.strategy;

import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;

/**
 * Holds an index of a few coins in equal parts, those that have a price, whatever is forecast, the less of it the more it moved over the last week.
 * Forecasts say only whether the data of a coin can be traded on: where gates do not pass, nothing is added.
 *
 * <p>A. Moreira and T. Muir, Volatility-managed portfolios, Journal of Finance 72 (2017), with a target for the standard
 * deviation.
 *
 * @param index base assets
 * @param targetVolatility per year, above 0
 * @param maxWeight of a coin, a fraction of equity in (0, 1]
 * @param horizon whose sleeves hold the index
 */
public record ManagedHold(List<String> index, double targetVolatility, double maxWeight, Horizon horizon)
        implements Strategy {

    public static final String NAME = "managed-hold";

    public ManagedHold {
        index = List.copyOf(index);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stance stance(Outlook outlook) {
        boolean isMember = index.contains(Symbols.base(outlook.pair()));
        if (!isMember || !outlook.horizon().equals(horizon)) {
            return Stance.EXIT;
        }
        double volatility = outlook.recent().indexVolatility();
        if (!outlook.gatesPass() || !(volatility > 0)) {
            return Stance.HOLD;
        }
        double whole = Math.min(1, targetVolatility / volatility);
        return Stance.longOf(Math.min(maxWeight, whole / outlook.recent().indexMembers()));
    }

    @Override
    public ManagedHold sizedBy(StrategySettings sizing) {
        return new ManagedHold(index, targetVolatility, sizing.maxWeight(), horizon);
    }
}
