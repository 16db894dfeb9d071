package org.cryptosmarttrader.wire.rows;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.provenance.DayTree;
import org.cryptosmarttrader.provenance.RunTree;
import org.cryptosmarttrader.time.UtcDays;

/**
 * Roots of a dataset: a Merkle tree over the rows of each UTC day of availability, sorted by key, and one over the days.
 * They do not depend on files, order of arrival, parallelism or mode. Days may be added in any order; the same row added
 * twice is one row.
 *
 * <p>See docs/glossary.md, root. Not thread-safe.
 */
public final class DatasetDigest {

    private final RowSchema schema;
    private final RowEncoder encoder;
    private final int timeColumn;
    private final SortedMap<Long, DayTree> open = new TreeMap<>();
    private final SortedMap<Long, byte[]> closed = new TreeMap<>();
    private long rows;

    public DatasetDigest(RowSchema schema) {
        this.schema = schema;
        this.encoder = new RowEncoder(schema);
        this.timeColumn = schema.indexOf(schema.availableAt());
    }

    /** @throws IllegalStateException if two rows of a day share a key and differ, or the day is closed already */
    public void add(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            try {
                dayOf(batch.longs(timeColumn)[row]).add(encoder.key(batch, row), encoder.row(batch, row));
            } catch (IllegalStateException e) {
                throw new IllegalStateException(
                        "dataset %s: %s; keep the output and report it".formatted(schema.dataset(), e.getMessage()), e);
            }
        }
    }

    /**
     * Takes over what another digest of the dataset holds of other days; closes them all.
     *
     * @throws IllegalStateException if both hold rows of a day
     */
    public void add(DatasetDigest other) {
        other.dayRoots().forEach((day, root) -> {
            if (open.containsKey(day) || closed.putIfAbsent(day, root) != null) {
                throw new IllegalStateException("dataset %s: rows of %s in two places; a day's files lie in one folder"
                        .formatted(schema.dataset(), UtcDays.date(day)));
            }
        });
        rows += other.rows;
    }

    private DayTree dayOf(long availableAt) {
        long day = UtcDays.dayOf(availableAt);
        if (closed.containsKey(day)) {
            throw new IllegalStateException("a row of %s after that day was closed".formatted(UtcDays.date(day)));
        }
        return open.computeIfAbsent(day, absent -> new DayTree());
    }

    /** Computes the roots of days to which nothing will be added any more, so that their leaves need not be kept. */
    public void closeDaysBefore(long epochDay) {
        SortedMap<Long, DayTree> done = open.headMap(epochDay);
        done.forEach((day, tree) -> {
            closed.put(day, tree.root());
            rows += tree.count();
        });
        done.clear();
    }

    /** Root of each day so far, days ascending; closes them all. */
    public SortedMap<Long, byte[]> dayRoots() {
        closeDaysBefore(Long.MAX_VALUE);
        return closed;
    }

    /** Root over all days; closes them all. */
    public byte[] runRoot() {
        RunTree run = new RunTree();
        dayRoots().forEach(run::add);
        return run.root();
    }

    /** Number of distinct rows; closes all days. */
    public long rows() {
        dayRoots();
        return rows;
    }
}
