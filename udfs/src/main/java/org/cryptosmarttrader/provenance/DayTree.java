package org.cryptosmarttrader.provenance;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of a dataset that became available on one UTC day, as a Merkle tree over their encodings in the order of their
 * keys. The root depends neither on the order in which rows are added nor on how often one is.
 *
 * <p>Keeps 32 bytes and the key of each row. Not thread-safe. See docs/glossary.md, root.
 */
public final class DayTree {

    private final SortedMap<byte[], byte[]> leaves = new TreeMap<>(Arrays::compareUnsigned);
    private final MessageDigest digest = Sha256.digest();

    /**
     * @param key encoding of the row's key
     * @param row encoding of the row
     * @throws IllegalStateException if another row has this key
     */
    public void add(byte[] key, byte[] row) {
        byte[] leaf = MerkleTree.leaf(row, digest);
        byte[] present = leaves.putIfAbsent(key, leaf);
        if (present != null && !Arrays.equals(present, leaf)) {
            throw new IllegalStateException(
                    "KEY_CONFLICT: two different rows with row id %s; of each key a day holds one row"
                            .formatted(Sha256.hex(Sha256.of(key))));
        }
    }

    /** Number of rows. */
    public int count() {
        return leaves.size();
    }

    /** Keys of the rows in the order of their leaves. */
    public List<byte[]> keys() {
        return List.copyOf(leaves.keySet());
    }

    /** The tree over the rows so far, with its nodes. */
    public MerkleNodes nodes() {
        return new MerkleNodes(List.copyOf(leaves.values()));
    }

    public byte[] root() {
        return MerkleTree.rootOfLeaves(List.copyOf(leaves.values()));
    }
}
