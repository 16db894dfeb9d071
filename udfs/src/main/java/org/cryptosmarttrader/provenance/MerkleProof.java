package org.cryptosmarttrader.provenance;

import java.util.List;

/**
 * The hashes that lead from one leaf of a {@link MerkleTree} to its root, as in RFC 6962: who holds leaf, proof and root needs no
 * other leaf to see that it is one of them.
 *
 * @param index of the leaf, from 0
 * @param size number of leaves
 * @param siblings from the leaf's own up to the root's, 32 bytes each
 */
public record MerkleProof(int index, int size, List<byte[]> siblings) {

    /** @throws IllegalArgumentException if there is no such leaf */
    public MerkleProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("proof: leaf %d of %d; leaves count from 0".formatted(index, size));
        }
        siblings = List.copyOf(siblings);
    }

    /**
     * The root a leaf leads to; that of the tree only if the leaf is the one proved.
     *
     * @param leaf hash of a leaf, 32 bytes
     * @throws IllegalArgumentException if the proof has more or fewer hashes than the leaf has levels above it
     */
    public byte[] root(byte[] leaf) {
        byte[] hash = leaf;
        int node = index;
        int last = size - 1;
        for (byte[] sibling : siblings) {
            requireLevel(last > 0);
            if (node % 2 == 1 || node == last) {
                hash = MerkleTree.node(sibling, hash);
                // without a right neighbour a node moves up as it is
                while (node % 2 == 0 && node > 0) {
                    node /= 2;
                    last /= 2;
                }
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            node /= 2;
            last /= 2;
        }
        requireLevel(last == 0);
        return hash;
    }

    private void requireLevel(boolean isThere) {
        if (!isThere) {
            throw new IllegalArgumentException("proof: %d hashes do not lead from leaf %d of %d to a root"
                    .formatted(siblings.size(), index, size));
        }
    }
}
