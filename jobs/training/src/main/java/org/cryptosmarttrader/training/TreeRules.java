package org.cryptosmarttrader.training;

import org.cryptosmarttrader.wire.conf.ConfFile;

/** What settings of trees have in common. */
final class TreeRules {

    private TreeRules() {}

    static void check(ConfFile block, int depth, double minimumLeafOutcomes, int bins) {
        require(block, "depth", depth, depth >= 1 && depth <= 16, "1 to 16");
        require(block, "minimumLeafOutcomes", minimumLeafOutcomes, minimumLeafOutcomes >= 1, "1 or more");
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

    /**
     * Fewest rows in a leaf: as many as some independent outcomes leave in the sample. Outcomes are counted in time, since pairs
     * move together: the rows of one bad day, of all pairs, are one outcome. Where that is more than a tenth of the rows, a tenth,
     * so that a tree can say anything; 10 at least.
     */
    static int leafRows(double minimumLeafOutcomes, int rows, double independentOutcomes) {
        double wanted = Math.ceil(rows * minimumLeafOutcomes / independentOutcomes);
        return (int) Math.max(10, Math.min(wanted, rows / 10));
    }

    static int leafRows(double minimumLeafOutcomes, Lesson lesson) {
        return leafRows(minimumLeafOutcomes, lesson.sample().size(), lesson.independentOutcomes());
    }
}
