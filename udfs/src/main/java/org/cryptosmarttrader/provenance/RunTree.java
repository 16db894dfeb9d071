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
        List<byte[]> days = dayRoots.entrySet().stream()
                .map(day -> ByteBuffer.allocate(Long.BYTES + Sha256.BYTES)
                        .putLong(day.getKey())
                        .put(day.getValue())
                        .array())
                .toList();
        return MerkleTree.root(days);
    }
}
