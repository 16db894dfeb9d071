package org.cryptosmarttrader.prediction.stages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.provenance.HashSets;
import org.cryptosmarttrader.provenance.MerkleTree;

/**
 * Roots over what the rows of a group rest on. Rows out of recorded files rest on the same hashes at every tick of a day, so
 * the last root of each group is kept: taking a thousand hashes anew was most of the stage's work. Not thread-safe.
 */
final class InputRoots {

    private record Taken(List<byte[]> inputs, byte[] root) {

        boolean isOver(List<byte[]> others) {
            boolean same = inputs.size() == others.size();
            for (int row = 0; same && row < inputs.size(); row++) {
                same = Arrays.equals(inputs.get(row), others.get(row));
            }
            return same;
        }
    }

    private final Map<String, Taken> last = new TreeMap<>();

    /**
     * @param inputs of each row: n × 32 bytes, sorted, distinct
     * @return Merkle root over the set of them all, 32 bytes
     */
    byte[] of(String group, List<byte[]> inputs) {
        Taken taken = last.get(group);
        if (taken == null || !taken.isOver(inputs)) {
            taken = new Taken(inputs, MerkleTree.rootOfSet(HashSets.union(inputs)));
            last.put(group, taken);
        }
        return taken.root();
    }
}
