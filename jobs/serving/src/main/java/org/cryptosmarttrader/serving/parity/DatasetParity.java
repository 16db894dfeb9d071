package org.cryptosmarttrader.serving.parity;

import java.util.SortedMap;

/**
 * What a comparison of one dataset found.
 *
 * @param rows present on both sides and compared
 * @param lanes of these, how many by lane; empty where rows are of none
 * @param values compared that are finite numbers
 * @param onlyA rows the second output lacks
 * @param onlyB rows the first output lacks
 * @param differing values whose bits differ
 * @param rootA root over what was compared of the first output, hexadecimal
 * @param rootB the same of the second
 * @param first difference, null if there is none
 */
public record DatasetParity(
        String dataset,
        long rows,
        SortedMap<String, Long> lanes,
        long values,
        long onlyA,
        long onlyB,
        long differing,
        String rootA,
        String rootB,
        Difference first) {

    public boolean isEqual() {
        return onlyA == 0 && onlyB == 0 && differing == 0 && rootA.equals(rootB);
    }
}
