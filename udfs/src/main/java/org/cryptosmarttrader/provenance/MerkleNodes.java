package org.cryptosmarttrader.provenance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A {@link MerkleTree} with its nodes kept, for proofs of many leaves: each then costs a few hashes instead of the whole tree's.
 * Takes twice the memory of the leaves.
 */
public final class MerkleNodes {

    /** By k, from 0: the nodes over 2^k leaves each, whole ones only, from left to right. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    /** @param leaves hashes of all leaves, in order */
    public MerkleNodes(List<byte[]> leaves) {
        List<byte[]> level = List.copyOf(leaves);
        levels.add(level);
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>(level.size() / 2);
            for (int pair = 0; pair + 1 < level.size(); pair += 2) {
                above.add(MerkleTree.node(level.get(pair), level.get(pair + 1)));
            }
            levels.add(above);
            level = above;
        }
    }

    public byte[] root() {
        return size() == 0 ? MerkleTree.rootOfLeaves(List.of()) : root(0, size());
    }

    /**
     * What leads from a leaf to the root.
     *
     * @throws IllegalArgumentException if there is no such leaf
     */
    public MerkleProof proof(int index) {
        Deque<byte[]> siblings = new ArrayDeque<>();
        int from = 0;
        int until = size();
        while (until - from > 1) {
            int middle = MerkleTree.middle(from, until);
            boolean isLeft = index < middle;
            siblings.push(isLeft ? root(middle, until) : root(from, middle));
            from = isLeft ? from : middle;
            until = isLeft ? middle : until;
        }
        return new MerkleProof(index, size(), List.copyOf(siblings));
    }

    private int size() {
        return levels.get(0).size();
    }

    /** A range of the tree begins at a multiple of the power of two it is split by. */
    private byte[] root(int from, int until) {
        int count = until - from;
        if (Integer.bitCount(count) == 1) {
            return levels.get(Integer.numberOfTrailingZeros(count)).get(from / count);
        }
        int middle = MerkleTree.middle(from, until);
        return MerkleTree.node(root(from, middle), root(middle, until));
    }
}
