package org.cryptosmarttrader.training;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a forest is grown; one file per horizon under models/.
 *
 * @param trees number of trees
 * @param depth greatest depth of a tree
 * @param minimumLeafRows fewest rows in a leaf; a fiftieth of the rows, at least 10, where there are few
 * @param rowShare part of the rows each tree sees
 * @param columnShare part of the features each split may choose from
 * @param bins a feature is cut into
 * @param mostRows a larger training set is sampled down to
 * @param seed of all draws
 */
public record ForestSettings(
        int trees,
        int depth,
        int minimumLeafRows,
        double rowShare,
        double columnShare,
        int bins,
        int mostRows,
        long seed) {

    int leafRows(int rows) {
        return Math.min(minimumLeafRows, Math.max(10, rows / 50));
    }

    /** For the card. */
    SortedMap<String, String> describe(int rows) {
        SortedMap<String, String> described = new TreeMap<>();
        described.put("trees", Integer.toString(trees));
        described.put("depth", Integer.toString(depth));
        described.put("minimum_leaf_rows", Integer.toString(leafRows(rows)));
        described.put("row_share", Double.toString(rowShare));
        described.put("column_share", Double.toString(columnShare));
        described.put("bins", Integer.toString(bins));
        described.put("most_rows", Integer.toString(mostRows));
        return described;
    }
}
