package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How many independent outcomes a record of decisions holds: (1 + Σ min(h, gap to the decision before)) / h over its
 * distinct decision bars. Labels of overlapping horizons count by the time they add, and pairs decided on at one bar count
 * once, since they move together.
 *
 * <p>Grows at its end only: bar by bar, or by a later record as a whole, so that the records of days add up to that of any
 * window. Mutable, not thread-safe; part of the state of one key. See docs/glossary.md, independent outcomes.
 */
public final class IndependentOutcomes {

    private final int horizonBars;
    private long first;
    private long last;

    /** 1 + Σ min(h, gap), in bars; 0 without a decision. */
    private long covered;

    /** @param horizonBars the horizon in bars of the grid, at least 1 */
    public IndependentOutcomes(int horizonBars) {
        if (horizonBars < 1) {
            throw new IllegalArgumentException(
                    "independent outcomes: horizon is %d bars, expected at least 1".formatted(horizonBars));
        }
        this.horizonBars = horizonBars;
    }

    /** Of decision bars in ascending order; repeated ones count once. */
    public static IndependentOutcomes of(long[] decisionBars, int horizonBars) {
        IndependentOutcomes outcomes = new IndependentOutcomes(horizonBars);
        for (long bar : decisionBars) {
            outcomes.add(bar);
        }
        return outcomes;
    }

    public IndependentOutcomes copy() {
        IndependentOutcomes copy = new IndependentOutcomes(horizonBars);
        copy.first = first;
        copy.last = last;
        copy.covered = covered;
        return copy;
    }

    /**
     * Notes that a label of a decision bar has matured; again for another pair changes nothing.
     *
     * @throws IllegalArgumentException if the bar lies before the last one
     */
    public void add(long decisionBar) {
        if (covered == 0) {
            first = decisionBar;
            covered = 1;
        } else {
            covered += gapTo(decisionBar);
        }
        last = decisionBar;
    }

    /**
     * Adds a later record of the same horizon; a bar that ends this one and begins that one counts once.
     *
     * @throws IllegalArgumentException if it begins before this one ends or its horizon differs
     */
    public void addAll(IndependentOutcomes later) {
        if (later.horizonBars != horizonBars) {
            throw new IllegalArgumentException("independent outcomes: horizons of %d and %d bars do not add up"
                    .formatted(horizonBars, later.horizonBars));
        }
        if (later.covered > 0) {
            add(later.first);
            covered += later.covered - 1;
            last = later.last;
        }
    }

    private long gapTo(long decisionBar) {
        if (decisionBar < last) {
            throw new IllegalArgumentException(
                    "independent outcomes: bar %d after bar %d; outcomes are noted in the order of their decisions"
                            .formatted(decisionBar, last));
        }
        return Math.min(horizonBars, decisionBar - last);
    }

    /** Numerator: time covered by the outcomes, in bars. */
    public long coveredBars() {
        return covered;
    }

    /** n_eff; 0 without a decision. */
    public double count() {
        return (double) covered / horizonBars;
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(horizonBars);
        out.writeLong(first);
        out.writeLong(last);
        out.writeLong(covered);
    }

    public static IndependentOutcomes read(DataInput in) throws IOException {
        IndependentOutcomes read = new IndependentOutcomes(in.readInt());
        read.first = in.readLong();
        read.last = in.readLong();
        read.covered = in.readLong();
        return read;
    }
}
