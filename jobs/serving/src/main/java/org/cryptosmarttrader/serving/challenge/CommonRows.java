package org.cryptosmarttrader.serving.challenge;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Promotion;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.serving.rows.ModelForecast;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;

/** What two models both forecast and what came of it, in the order of the decisions. */
final class CommonRows {

    private final Horizon horizon;
    private final TickGrid grid;
    private final LongStream.Builder decisions = LongStream.builder();
    private final DoubleStream.Builder champions = DoubleStream.builder();
    private final DoubleStream.Builder challengers = DoubleStream.builder();
    private final DoubleStream.Builder ups = DoubleStream.builder();
    private final IndependentOutcomes independent;

    CommonRows(Horizon horizon, TickGrid grid) {
        this.horizon = horizon;
        this.grid = grid;
        this.independent = new IndependentOutcomes(horizon.bars(grid));
    }

    /** Notes a row; one on which either abstained, or that met no price, is passed over. */
    void add(ModelForecast champion, ModelForecast challenger, double outcome) {
        if (!Double.isNaN(champion.probability() + challenger.probability() + outcome)) {
            decisions.add(champion.decision());
            champions.add(champion.probability());
            challengers.add(challenger.probability());
            ups.add(outcome > 0 ? 1 : 0);
            independent.add(grid.barAt(champion.decision()));
        }
    }

    /** Ends the collection. */
    Promotion promotion() {
        return Promotion.of(
                champions.build().toArray(),
                challengers.build().toArray(),
                ups.build().toArray(),
                decisions.build().toArray(),
                independent.count(),
                StationaryBootstrap.overDecisions(horizon.bars(grid), grid.barsPerDay()));
    }
}
