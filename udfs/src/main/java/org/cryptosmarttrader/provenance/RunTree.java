package org.cryptosmarttrader.provenance;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days of a dataset as a Merkle tree over (epoch day, day root), days ascending: one root says whether two runs gave
 * the same rows. Not thread-safe.
 *
 * <p>See docs/glossary.md, root.
 */
public final class RunTree {

    private final SortedMap<Long, byte[]> dayRoots = new TreeMap<>();

    /**
     * @param epochDay UTC day the rows became available on
     * @param dayRoot {@link DayTree#root()} of that day
     * @throws IllegalStateException if the day has another root already
     */
    public void add(long epochDay, byte[] dayRoot) {
        byte[] present = dayRoots.putIfAbsent(epochDay, dayRoot);
        if (present != null && !Arrays.equals(present, dayRoot)) {
            throw new IllegalStateException("run tree: day %d has root %s, now %s; a closed day does not change"
                    .formatted(epochDay, Sha256.hex(present), Sha256.hex(dayRoot)));
        }
    }

    public byte[] root() {
        return MerkleTree.rootOfLeaves(leaves());
    }

    /**
     * What leads from a day to the root.
     *
     * @throws IllegalArgumentException if there is no such day
     */
    public MerkleProof proof(long epochDay) {
        if (!dayRoots.containsKey(epochDay)) {
            throw new IllegalArgumentException("run tree: no day %d".formatted(epochDay));
        }
        return MerkleTree.proof(leaves(), dayRoots.headMap(epochDay).size());
    }

    /** The leaf of a day. */
    public static byte[] leaf(long epochDay, byte[] dayRoot) {
        return MerkleTree.leaf(ByteBuffer.allocate(Long.BYTES + Sha256.BYTES)
                .putLong(epochDay)
                .put(dayRoot)
                .array());
    }

    private List<byte[]> leaves() {
        return dayRoots.entrySet().stream()
                .map(day -> leaf(day.getKey(), day.getValue()))
                .toList();
    }
}
