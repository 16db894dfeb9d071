package org.cryptosmarttrader.training;

import org.cryptosmarttrader.wire.conf.ConfFile;

/** What settings of trees have in common. */
final class TreeRules {

    private TreeRules() {}

    static void check(ConfFile block, int depth, int minimumLeafRows, int bins) {
        require(block, "depth", depth, depth >= 1 && depth <= 16, "1 to 16");
        require(block, "minimumLeafRows", minimumLeafRows, minimumLeafRows >= 1, "1 or more");
        require(block, "bins", bins, bins >= 2 && bins <= 65_536, "2 to 65536");
    }

    static void share(ConfFile block, String key, double share) {
        require(block, key, share, share > 0 && share <= 1, "a share above 0, at most 1");
    }

    static void require(ConfFile block, String key, Object value, boolean holds, String expected) {
        if (!holds) {
            block.fault(key, value, expected);
        }
    }

    /** Fewest rows in a leaf: a fiftieth of the rows, at least 10, where there are few. */
    static int leafRows(int minimumLeafRows, int rows) {
        return Math.min(minimumLeafRows, Math.max(10, rows / 50));
    }
}
