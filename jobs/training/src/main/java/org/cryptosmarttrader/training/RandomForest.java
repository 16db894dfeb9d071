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
 * @param minimumLeafOutcomes fewest independent outcomes behind a leaf, see {@link TreeRules#leafRows}
 * @param rowShare part of the rows each tree sees
 * @param columnShare part of the features each split may choose from
 * @param bins a feature is cut into
 * @param seed of all draws
 */
public record RandomForest(
        int trees, int depth, double minimumLeafOutcomes, double rowShare, double columnShare, int bins, long seed)
        implements Member {

    /** Its name; the one member every horizon has. */
    public static final String NAME = "forest";

    static RandomForest read(ConfFile block, long seed) {
        RandomForest forest = new RandomForest(
                block.whole("trees"),
                block.whole("depth"),
                block.number("minimumLeafOutcomes"),
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
        TreeRules.check(block, depth, minimumLeafOutcomes, bins);
        TreeRules.share(block, "rowShare", rowShare);
        TreeRules.share(block, "columnShare", columnShare);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RandomForest seeded(long other) {
        return new RandomForest(trees, depth, minimumLeafOutcomes, rowShare, columnShare, bins, other);
    }

    @Override
    public Grown grow(Lesson lesson, ModelScorer scorer) {
        int leafRows = TreeRules.leafRows(minimumLeafOutcomes, lesson);
        int columns = lesson.sample().columns();
        try (Grower grower = Grower.of(lesson)) {
            Grower.Raw pUp = grower.grow(lesson.ups(), parameters(leafRows), 1);
            if (lesson.isOfStatement()) {
                Forest level = Forest.constant(mean(lesson.scaledReturns()));
                return new Grown(OnnxTrees.sums(level, Forest.of(pUp), columns), describe(lesson)).with(pUp);
            }
            Grower.Raw scaledReturn = grower.grow(lesson.scaledReturns(), parameters(leafRows), 1);
            byte[] onnx = OnnxTrees.sums(Forest.of(scaledReturn), Forest.of(pUp), columns);
            return new Grown(onnx, describe(lesson)).with(scaledReturn, pUp);
        }
    }

    private static float mean(float[] targets) {
        double sum = 0;
        for (float target : targets) {
            sum += target;
        }
        return (float) (sum / targets.length);
    }

    /** 0 and 1 are regressed on like any number: the mean over leaves is then the share of rises in them. */
    Map<String, Object> parameters(int leafRows) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("booster", "gbtree");
        parameters.put("tree_method", "hist");
        parameters.put("max_bin", bins);
        parameters.put("eta", 1.0);
        parameters.put("num_parallel_tree", trees);
        parameters.put("max_depth", depth);
        parameters.put("min_child_weight", leafRows);
        parameters.put("subsample", rowShare);
        parameters.put("colsample_bynode", columnShare);
        parameters.put("lambda", 1e-6);
        parameters.put("seed", seed);
        return parameters;
    }

    private SortedMap<String, String> describe(Lesson lesson) {
        SortedMap<String, String> described = lesson.described();
        described.put("trees", Integer.toString(trees));
        described.put("depth", Integer.toString(depth));
        described.put("minimum_leaf_rows", Integer.toString(TreeRules.leafRows(minimumLeafOutcomes, lesson)));
        described.put("row_share", Double.toString(rowShare));
        described.put("column_share", Double.toString(columnShare));
        described.put("bins", Integer.toString(bins));
        return described;
    }
}
