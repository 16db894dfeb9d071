package org.cryptosmarttrader.serving.report;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.evaluation.SkillScore;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;

/** Probabilities that met their outcome, in the order of the decisions, and what they were worth. */
final class ProbabilityRows {

    private final Horizon horizon;
    private final TickGrid grid;
    private final LongStream.Builder decisions = LongStream.builder();
    private final DoubleStream.Builder probabilities = DoubleStream.builder();
    private final DoubleStream.Builder ups = DoubleStream.builder();
    private final DoubleStream.Builder climatologies = DoubleStream.builder();
    private final IndependentOutcomes independent;
    private long rows;
    private long right;
    private long rightByBaseRate;

    ProbabilityRows(Horizon horizon, TickGrid grid) {
        this.horizon = horizon;
        this.grid = grid;
        this.independent = new IndependentOutcomes(horizon.bars(grid));
    }

    /** Notes a forecast; one without a probability, a base rate or an outcome is passed over. */
    void add(long decision, double probability, double climatology, double outcome) {
        if (!Double.isNaN(probability + climatology + outcome)) {
            decisions.add(decision);
            probabilities.add(probability);
            climatologies.add(climatology);
            ups.add(outcome > 0 ? 1 : 0);
            independent.add(grid.barAt(decision));
            rows++;
            right += probability > 0.5 == outcome > 0 ? 1 : 0;
            rightByBaseRate += climatology > 0.5 == outcome > 0 ? 1 : 0;
        }
    }

    /** Number of those noted. */
    long rows() {
        return rows;
    }

    /** Share of the forecasts on whose likelier side the outcome lay; NaN without any. */
    double hitRate() {
        return (double) right / rows;
    }

    /** The same of the base rates. */
    double hitRateOfBaseRates() {
        return (double) rightByBaseRate / rows;
    }

    double independentOutcomes() {
        return independent.count();
    }

    /** Ends the collection. */
    ProbabilityScores scores() {
        double[] said = probabilities.build().toArray();
        double[] happened = ups.build().toArray();
        double[] baseRates = climatologies.build().toArray();
        ProbabilityForecasts forecasts = ProbabilityForecasts.of(said, happened, baseRates);
        StationaryBootstrap.Interval skill = new SkillScore(
                        squares(said, happened),
                        squares(baseRates, happened),
                        decisions.build().toArray())
                .interval(StationaryBootstrap.overDecisions(horizon.bars(grid), grid.barsPerDay()));
        ProbabilityForecasts rates = ProbabilityForecasts.of(baseRates, happened, baseRates);
        return ProbabilityScores.of(forecasts, rates, skill, independent.count());
    }

    private static double[] squares(double[] said, double[] happened) {
        double[] squares = new double[said.length];
        for (int row = 0; row < said.length; row++) {
            squares[row] = (said[row] - happened[row]) * (said[row] - happened[row]);
        }
        return squares;
    }
}
