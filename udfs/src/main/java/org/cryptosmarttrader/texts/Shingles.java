package org.cryptosmarttrader.texts;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The set of a text's shingles, each by the first 64 bits of its SHA-256.
 *
 * <p>Equal shingles have equal hashes, and different ones do not meet in practice: in a window of a million different
 * shingles the chance that any two share a hash is 10¹² / 2⁶⁵, below 3 in 100 million. So the decision is that of the sets
 * themselves, at 8 bytes a shingle.
 *
 * <p>Immutable; equal if the sets are.
 */
public final class Shingles {

    /** Near-duplicates share at least 4 of 5 shingles: a Jaccard index of 0.8. */
    private static final long ALIKE = 4;

    private static final long OF = 5;

    /** Ascending, distinct. */
    private final long[] hashes;

    /** @param hashes in any order; each counts once */
    public Shingles(long[] hashes) {
        this.hashes = LongStream.of(hashes).sorted().distinct().toArray();
    }

    /** A copy, ascending, for the wire; the constructor takes it back. */
    public long[] toArray() {
        return hashes.clone();
    }

    public int size() {
        return hashes.length;
    }

    /** Jaccard index: shingles in both by shingles in either; NaN if neither has any. */
    public double jaccard(Shingles other) {
        int shared = shared(other);
        return shared / (double) (size() + other.size() - shared);
    }

    /**
     * Whether two texts say the same: a Jaccard index of at least 0.8, judged in whole numbers. True of exact duplicates;
     * never true of a text without words.
     */
    public boolean isNearDuplicateOf(Shingles other) {
        long shared = shared(other);
        return shared > 0 && OF * shared >= ALIKE * (size() + other.size() - shared);
    }

    private int shared(Shingles other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Long.compare(hashes[i], other.hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shingles shingles && Arrays.equals(hashes, shingles.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "%d shingles".formatted(size());
    }
}
