package org.cryptosmarttrader.provenance;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle tree as in RFC 6962: leaf = SHA-256(00 ‖ data), node = SHA-256(01 ‖ left ‖ right), split at the largest power of
 * two below n; the empty tree is SHA-256 of nothing.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    public static byte[] leaf(byte[] data) {
        return leaf(data, Sha256.digest());
    }

    static byte[] leaf(byte[] data, MessageDigest digest) {
        return leaf(data, 0, data.length, digest);
    }

    /** Root over data, hashed as leaves in the order given. */
    public static byte[] root(List<byte[]> data) {
        return rootOfLeaves(data.stream().map(MerkleTree::leaf).toList());
    }

    /** Root over leaf hashes in the order given. */
    public static byte[] rootOfLeaves(List<byte[]> leaves) {
        return root(leaves, Sha256.digest());
    }

    /**
     * Root over the sorted distinct hashes of a set.
     *
     * @param hashes n × 32 bytes, sorted, without repetition
     */
    public static byte[] rootOfSet(byte[] hashes) {
        MessageDigest digest = Sha256.digest();
        List<byte[]> leaves = new ArrayList<>(hashes.length / Sha256.BYTES);
        for (int at = 0; at < hashes.length; at += Sha256.BYTES) {
            leaves.add(leaf(hashes, at, Sha256.BYTES, digest));
        }
        return root(leaves, digest);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static int middle(int from, int until) {
        return from + Integer.highestOneBit(until - from - 1);
    }

    private static byte[] leaf(byte[] data, int from, int length, MessageDigest digest) {
        digest.update(LEAF);
        digest.update(data, from, length);
        return digest.digest();
    }

    private static byte[] root(List<byte[]> leaves, MessageDigest digest) {
        return leaves.isEmpty() ? digest.digest() : root(leaves, 0, leaves.size(), digest);
    }

    private static byte[] root(List<byte[]> leaves, int from, int until, MessageDigest digest) {
        int count = until - from;
        if (count == 1) {
            return leaves.get(from);
        }
        int middle = middle(from, until);
        byte[] left = root(leaves, from, middle, digest);
        byte[] right = root(leaves, middle, until, digest);
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
