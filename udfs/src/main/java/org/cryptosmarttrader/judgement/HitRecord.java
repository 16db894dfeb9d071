package org.cryptosmarttrader.judgement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;

/** How often gated forecasts were right. Mutable; part of the state of one horizon. */
final class HitRecord {

    private final IndependentOutcomes independent;
    private long outcomes;
    private long right;

    HitRecord(int horizonBars) {
        this(new IndependentOutcomes(horizonBars), 0, 0);
    }

    private HitRecord(IndependentOutcomes independent, long outcomes, long right) {
        this.independent = independent;
        this.outcomes = outcomes;
        this.right = right;
    }

    HitRecord copy() {
        return new HitRecord(independent.copy(), outcomes, right);
    }

    void add(long decisionBar, boolean wasRight) {
        independent.add(decisionBar);
        outcomes++;
        right += wasRight ? 1 : 0;
    }

    /** NaN if there was none. */
    double rate() {
        return outcomes == 0 ? Double.NaN : (double) right / outcomes;
    }

    double independentOutcomes() {
        return independent.count();
    }

    void write(DataOutput out) throws IOException {
        independent.write(out);
        out.writeLong(outcomes);
        out.writeLong(right);
    }

    static HitRecord read(DataInput in) throws IOException {
        return new HitRecord(IndependentOutcomes.read(in), in.readLong(), in.readLong());
    }
}
