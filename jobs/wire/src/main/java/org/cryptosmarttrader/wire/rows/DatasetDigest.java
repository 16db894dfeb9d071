package org.cryptosmarttrader.wire.rows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.time.UtcDays;

/**
 * Roots of a dataset: a Merkle tree over the rows of each UTC day of availability, sorted by key, and one over the days.
 * They do not depend on files, order of arrival, parallelism or mode. Days may be added in any order; the same row added
 * twice is one row.
 *
 * <p>Source: definitions A.5. Not thread-safe.
 */
public final class DatasetDigest {

    private record Leaf(byte[] key, byte[] hash) {}

    private final RowSchema schema;
    private final RowEncoder encoder;
    private final int timeColumn;
    private final SortedMap<Long, List<Leaf>> open = new TreeMap<>();
    private final SortedMap<Long, byte[]> closed = new TreeMap<>();
    private long rows;

    public DatasetDigest(RowSchema schema) {
        this.schema = schema;
        this.encoder = new RowEncoder(schema);
        this.timeColumn = schema.indexOf(schema.availableAt());
    }

    public void add(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            long day = UtcDays.dayOf(batch.longs(timeColumn)[row]);
            open.computeIfAbsent(day, absent -> new ArrayList<>())
                    .add(new Leaf(encoder.key(batch, row), MerkleTree.leaf(encoder.row(batch, row))));
        }
    }

    /**
     * Computes the roots of days to which nothing will be added any more, so that their leaves need not be kept.
     *
     * @throws IllegalStateException if two rows of a day share a key and differ
     */
    public void closeDaysBefore(long epochDay) {
        SortedMap<Long, List<Leaf>> done = open.headMap(epochDay);
        done.forEach((day, leaves) -> closed.put(day, root(leaves)));
        done.clear();
    }

    private byte[] root(List<Leaf> leaves) {
        leaves.sort(Comparator.comparing(Leaf::key, Arrays::compareUnsigned));
        List<byte[]> hashes = new ArrayList<>(leaves.size());
        Leaf last = null;
        for (Leaf leaf : leaves) {
            boolean sameKey = last != null && Arrays.equals(last.key, leaf.key);
            if (sameKey && !Arrays.equals(last.hash, leaf.hash)) {
                throw new IllegalStateException(
                        "dataset %s: two rows share a key and differ (KEY_CONFLICT); the run is not deterministic, keep both outputs and report it"
                                .formatted(schema.dataset()));
            }
            if (!sameKey) {
                hashes.add(leaf.hash);
            }
            last = leaf;
        }
        rows += hashes.size();
        return MerkleTree.rootOfLeaves(hashes);
    }

    /** Root of each day so far, days ascending. */
    public SortedMap<Long, byte[]> dayRoots() {
        closeDaysBefore(Long.MAX_VALUE);
        return closed;
    }

    /** Root over all days. */
    public byte[] runRoot() {
        List<byte[]> days = new ArrayList<>();
        dayRoots()
                .forEach((day, root) -> days.add(ByteBuffer.allocate(Long.BYTES + root.length)
                        .putLong(day)
                        .put(root)
                        .array()));
        return MerkleTree.root(days);
    }

    /** Number of distinct rows in closed days. */
    public long rows() {
        dayRoots();
        return rows;
    }
}
