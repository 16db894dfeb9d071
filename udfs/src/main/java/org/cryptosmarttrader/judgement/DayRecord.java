package org.cryptosmarttrader.judgement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;
import org.cryptosmarttrader.uncertainty.OutcomeHistogram;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;

/** Outcomes that matured on one UTC day, or in a window of days. Mutable; part of the state of one horizon. */
public final class DayRecord {

    private final OutcomeHistogram outcomes;
    private final ScoreHistogram errors;
    private final IndependentOutcomes independent;
    private final ProbabilityScores scores;

    /** @param horizonBars the horizon in bars of the grid */
    public DayRecord(int horizonBars) {
        this(
                new OutcomeHistogram(),
                new ScoreHistogram(),
                new IndependentOutcomes(horizonBars),
                new ProbabilityScores());
    }

    private DayRecord(
            OutcomeHistogram outcomes,
            ScoreHistogram errors,
            IndependentOutcomes independent,
            ProbabilityScores scores) {
        this.outcomes = outcomes;
        this.errors = errors;
        this.independent = independent;
        this.scores = scores;
    }

    public DayRecord copy() {
        return new DayRecord(outcomes.copy(), errors.copy(), independent.copy(), scores.copy());
    }

    void add(long decisionBar, double modelProbability, double error, boolean up) {
        outcomes.add(modelProbability, up);
        errors.add(error);
        independent.add(decisionBar);
    }

    void add(long decisionBar, ProbabilityScores.Sum sum) {
        scores.add(decisionBar, sum);
    }

    /** Adds a later record; how wrong probabilities were stays with each day. */
    public void addAll(DayRecord later) {
        outcomes.addAll(later.outcomes);
        errors.addAll(later.errors);
        independent.addAll(later.independent);
    }

    OutcomeHistogram outcomes() {
        return outcomes;
    }

    ScoreHistogram errors() {
        return errors;
    }

    ProbabilityScores scores() {
        return scores;
    }

    double independentOutcomes() {
        return independent.count();
    }

    public void write(DataOutput out) throws IOException {
        outcomes.write(out);
        errors.write(out);
        independent.write(out);
        scores.write(out);
    }

    public static DayRecord read(DataInput in) throws IOException {
        return new DayRecord(
                OutcomeHistogram.read(in),
                ScoreHistogram.read(in),
                IndependentOutcomes.read(in),
                ProbabilityScores.read(in));
    }
}
