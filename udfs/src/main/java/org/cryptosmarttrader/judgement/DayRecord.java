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

    /** @param horizonBars the horizon in bars of the grid */
    public DayRecord(int horizonBars) {
        this(new OutcomeHistogram(), new ScoreHistogram(), new IndependentOutcomes(horizonBars));
    }

    private DayRecord(OutcomeHistogram outcomes, ScoreHistogram errors, IndependentOutcomes independent) {
        this.outcomes = outcomes;
        this.errors = errors;
        this.independent = independent;
    }

    public DayRecord copy() {
        return new DayRecord(outcomes.copy(), errors.copy(), independent.copy());
    }

    void add(long decisionBar, double modelProbability, double error, boolean up) {
        outcomes.add(modelProbability, up);
        errors.add(error);
        independent.add(decisionBar);
    }

    /** Adds a later record. */
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

    double independentOutcomes() {
        return independent.count();
    }

    public void write(DataOutput out) throws IOException {
        outcomes.write(out);
        errors.write(out);
        independent.write(out);
    }

    public static DayRecord read(DataInput in) throws IOException {
        return new DayRecord(OutcomeHistogram.read(in), ScoreHistogram.read(in), IndependentOutcomes.read(in));
    }
}
