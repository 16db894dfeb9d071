package org.cryptosmarttrader.judgement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;

/**
 * How much better than the base rate the forecasts of a window were.
 *
 * @param value Brier skill: 1 − Brier score / that of the climatology; NaN without an outcome
 * @param lower lower end of its 95 % interval by the stationary bootstrap over decisions
 * @param upper upper end
 * @param independentOutcomes behind it
 */
public record Skill(double value, double lower, double upper, double independentOutcomes) {

    static final Skill UNKNOWN = new Skill(Double.NaN, Double.NaN, Double.NaN, 0);

    /**
     * @param decisions by bar, ascending
     * @param horizonBars the horizon in bars
     * @param dayBars bars of a day; blocks are no shorter on average
     */
    static Skill of(List<ProbabilityScores.Decision> decisions, int horizonBars, int dayBars) {
        if (decisions.isEmpty()) {
            return UNKNOWN;
        }
        double[] ofForecast = decisions.stream()
                .mapToDouble(ProbabilityScores.Decision::ofForecast)
                .toArray();
        double[] ofClimatology = decisions.stream()
                .mapToDouble(ProbabilityScores.Decision::ofClimatology)
                .toArray();
        IndependentOutcomes independent = new IndependentOutcomes(horizonBars);
        decisions.forEach(decision -> independent.add(decision.bar()));
        StationaryBootstrap bootstrap = StationaryBootstrap.overDecisions(horizonBars, dayBars);
        StationaryBootstrap.Interval ratio = bootstrap.ratioOfSums(ofForecast, ofClimatology);
        return new Skill(
                1 - sum(ofForecast) / sum(ofClimatology), 1 - ratio.upper(), 1 - ratio.lower(), independent.count());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(value);
        out.writeDouble(lower);
        out.writeDouble(upper);
        out.writeDouble(independentOutcomes);
    }

    static Skill read(DataInput in) throws IOException {
        return new Skill(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }
}
