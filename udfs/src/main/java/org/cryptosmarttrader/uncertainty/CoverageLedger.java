package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.time.UtcDays;

/**
 * Whether the intervals of a horizon kept what they promised, month by month and group by group. Only the rows of the
 * newest month grow; earlier ones never change.
 *
 * <p>Mutable, not thread-safe; part of the state of one key. See docs/glossary.md, coverage.
 */
public final class CoverageLedger {

    /** Until a month holds so many independent outcomes, the alarm of the month before stays in force. */
    private static final int MINIMUM_OUTCOMES = 30;

    private static final int YEAR_AND_MONTH = "2022-03".length();

    private record Key(String month, String group) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::month).thenComparing(Key::group).compare(this, other);
        }
    }

    private final int horizonBars;
    private final double target;
    private final TreeMap<Key, Row> rows = new TreeMap<>();

    /**
     * @param horizonBars the horizon in bars of the grid
     * @param target share of outcomes promised to lie within, 1 − alpha
     * @throws IllegalArgumentException if the target is not between 0 and 1
     */
    public CoverageLedger(int horizonBars, double target) {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException(
                    "coverage ledger: target is %s, expected a share between 0 and 1".formatted(target));
        }
        this.horizonBars = horizonBars;
        this.target = target;
    }

    public CoverageLedger copy() {
        CoverageLedger copy = new CoverageLedger(horizonBars, target);
        rows.forEach((key, row) -> copy.rows.put(key, row.copy()));
        return copy;
    }

    /**
     * Enters an outcome. One without a value, or without an interval issued for it, is neither a hit nor a miss and is left
     * out.
     *
     * @param group e.g. the quote currency of the pair
     * @param maturedAt tick at which the label matured; its month is never before that of an earlier entry
     * @param decisionBar bar decided on, never before an earlier one of the same group and month
     * @throws IllegalArgumentException if the order is broken
     */
    public void add(String group, long maturedAt, long decisionBar, Interval issued, double outcome) {
        if (!issued.isKnown() || Double.isNaN(outcome)) {
            return;
        }
        String month = UtcDays.date(UtcDays.dayOf(maturedAt)).substring(0, YEAR_AND_MONTH);
        if (!rows.isEmpty() && month.compareTo(rows.lastKey().month()) < 0) {
            throw new IllegalArgumentException(
                    "coverage ledger: an outcome of %s after one of %s; closed months stay closed"
                            .formatted(month, rows.lastKey().month()));
        }
        rows.computeIfAbsent(new Key(month, group), absent -> new Row(new IndependentOutcomes(horizonBars)))
                .add(decisionBar, issued, outcome);
    }

    /** All rows by month, then group. */
    public List<Coverage> rows() {
        return rows.entrySet().stream()
                .map(entry -> entry.getValue().coverage(entry.getKey(), target))
                .toList();
    }

    /**
     * Whether an alarm is in force: that of the group's newest month or, while this holds fewer than
     * {@value #MINIMUM_OUTCOMES} independent outcomes, that of the month before it in the ledger.
     *
     * @return null if no outcome of the group has been entered: nothing is measured
     */
    public Boolean alarm(String group) {
        Coverage newest = null;
        for (Map.Entry<Key, Row> entry : rows.descendingMap().entrySet()) {
            if (!entry.getKey().group().equals(group)) {
                continue;
            }
            Coverage coverage = entry.getValue().coverage(entry.getKey(), target);
            if (newest != null || coverage.alarm() || coverage.independentOutcomes() >= MINIMUM_OUTCOMES) {
                return coverage.alarm();
            }
            newest = coverage;
        }
        return newest == null ? null : newest.alarm();
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(horizonBars);
        out.writeDouble(target);
        out.writeInt(rows.size());
        for (Map.Entry<Key, Row> entry : rows.entrySet()) {
            out.writeUTF(entry.getKey().month());
            out.writeUTF(entry.getKey().group());
            entry.getValue().write(out);
        }
    }

    public static CoverageLedger read(DataInput in) throws IOException {
        CoverageLedger read = new CoverageLedger(in.readInt(), in.readDouble());
        for (int left = in.readInt(); left > 0; left--) {
            Key key = new Key(in.readUTF(), in.readUTF());
            read.rows.put(key, Row.read(in));
        }
        return read;
    }

    private static final class Row {

        private final IndependentOutcomes outcomes;
        private long n;
        private long hits;
        private long infinite;
        private double finiteWidth;

        Row(IndependentOutcomes outcomes) {
            this.outcomes = outcomes;
        }

        Row copy() {
            Row copy = new Row(outcomes.copy());
            copy.n = n;
            copy.hits = hits;
            copy.infinite = infinite;
            copy.finiteWidth = finiteWidth;
            return copy;
        }

        void add(long decisionBar, Interval issued, double outcome) {
            outcomes.add(decisionBar);
            n++;
            if (issued.contains(outcome)) {
                hits++;
            }
            if (issued.isInfinite()) {
                infinite++;
            } else {
                finiteWidth += issued.width();
            }
        }

        Coverage coverage(Key key, double target) {
            double share = (double) hits / n;
            WilsonInterval wilson = WilsonInterval.of(share, outcomes.count());
            return new Coverage(
                    key.month(),
                    key.group(),
                    n,
                    hits,
                    share,
                    infinite,
                    n > infinite ? finiteWidth / (n - infinite) : Double.NaN,
                    outcomes.count(),
                    wilson,
                    wilson.upper() < target);
        }

        void write(DataOutput out) throws IOException {
            outcomes.write(out);
            out.writeLong(n);
            out.writeLong(hits);
            out.writeLong(infinite);
            out.writeDouble(finiteWidth);
        }

        static Row read(DataInput in) throws IOException {
            Row read = new Row(IndependentOutcomes.read(in));
            read.n = in.readLong();
            read.hits = in.readLong();
            read.infinite = in.readLong();
            read.finiteWidth = in.readDouble();
            return read;
        }
    }
}
