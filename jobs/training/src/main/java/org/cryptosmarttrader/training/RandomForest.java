package org.cryptosmarttrader.training;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.wire.conf.ConfFile;

/**
 * Two random forests, for the scaled return and for P(up): the mean of many trees, each grown on a part of the rows and
 * columns. Grown by XGBoost in random-forest mode (one round of many parallel trees).
 *
 * <p>Source: Breiman 2001, Random forests.
 *
 * @param trees number of trees
 * @param depth greatest depth of a tree
 * @param minimumLeafRows fewest rows in a leaf; a fiftieth of the rows, at least 10, where there are few
 * @param rowShare part of the rows each tree sees
 * @param columnShare part of the features each split may choose from
 * @param bins a feature is cut into
 * @param seed of all draws
 */
public record RandomForest(
        int trees, int depth, int minimumLeafRows, double rowShare, double columnShare, int bins, long seed)
        implements Member {

    /** Its name; the one member every horizon has. */
    public static final String NAME = "forest";

    static RandomForest read(ConfFile block, long seed) {
        RandomForest forest = new RandomForest(
                block.whole("trees"),
                block.whole("depth"),
                block.whole("minimumLeafRows"),
                block.number("rowShare"),
                block.number("columnShare"),
                block.whole("bins"),
                seed);
        forest.check(block);
        block.finish();
        return forest;
    }

    private void check(ConfFile block) {
        TreeRules.require(block, "trees", trees, trees >= 1, "1 or more");
        TreeRules.check(block, depth, minimumLeafRows, bins);
        TreeRules.share(block, "rowShare", rowShare);
        TreeRules.share(block, "columnShare", columnShare);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RandomForest seeded(long other) {
        return new RandomForest(trees, depth, minimumLeafRows, rowShare, columnShare, bins, other);
    }

    @Override
    public Grown grow(Lesson lesson, ModelScorer scorer) {
        int rows = lesson.sample().size();
        try (Grower grower = Grower.of(lesson)) {
            Grower.Raw scaledReturn = grower.grow(lesson.scaledReturns(), parameters(rows), 1);
            Grower.Raw pUp = grower.grow(lesson.ups(), parameters(rows), 1);
            byte[] onnx = OnnxTrees.sums(
                    Forest.of(scaledReturn), Forest.of(pUp), lesson.sample().columns());
            return new Grown(onnx, describe(lesson)).with(scaledReturn, pUp);
        }
    }

    /** 0 and 1 are regressed on like any number: the mean over leaves is then the share of rises in them. */
    Map<String, Object> parameters(int rows) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("booster", "gbtree");
        parameters.put("tree_method", "hist");
        parameters.put("max_bin", bins);
        parameters.put("eta", 1.0);
        parameters.put("num_parallel_tree", trees);
        parameters.put("max_depth", depth);
        parameters.put("min_child_weight", TreeRules.leafRows(minimumLeafRows, rows));
        parameters.put("subsample", rowShare);
        parameters.put("colsample_bynode", columnShare);
        parameters.put("lambda", 1e-6);
        parameters.put("seed", seed);
        return parameters;
    }

    private SortedMap<String, String> describe(Lesson lesson) {
        int rows = lesson.sample().size();
        SortedMap<String, String> described = lesson.described();
        described.put("trees", Integer.toString(trees));
        described.put("depth", Integer.toString(depth));
        described.put("minimum_leaf_rows", Integer.toString(TreeRules.leafRows(minimumLeafRows, rows)));
        described.put("row_share", Double.toString(rowShare));
        described.put("column_share", Double.toString(columnShare));
        described.put("bins", Integer.toString(bins));
        return described;
    }
}
