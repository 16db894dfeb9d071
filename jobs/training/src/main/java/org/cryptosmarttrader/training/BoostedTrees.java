package org.cryptosmarttrader.training;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.wire.conf.ConfFile;

/**
 * Two boosters: small trees one after the other, each a step towards what the ones before it left unexplained. The scaled return
 * by least squares; P(up) by cross-entropy, the trees adding up to its log odds.
 *
 * <p>Source: Friedman 2001, Greedy function approximation, with the row draws of Friedman 2002; grown by XGBoost.
 *
 * @param rounds number of trees
 * @param depth greatest depth of a tree
 * @param rate part of each step that is taken
 * @param minimumLeafOutcomes fewest independent outcomes behind a leaf, see {@link TreeRules#leafRows}
 * @param rowShare part of the rows each tree sees
 * @param columnShare part of the features each tree may use
 * @param bins a feature is cut into
 * @param seed of all draws
 */
public record BoostedTrees(
        int rounds,
        int depth,
        double rate,
        double minimumLeafOutcomes,
        double rowShare,
        double columnShare,
        int bins,
        long seed)
        implements Member {

    static final String NAME = "boosted";

    /** Curvature of the cross-entropy of one row at even odds: what a row weighs where XGBoost counts a leaf's weight. */
    private static final double CURVATURE = 0.25;

    static BoostedTrees read(ConfFile block, long seed) {
        BoostedTrees boosted = new BoostedTrees(
                block.whole("rounds"),
                block.whole("depth"),
                block.number("rate"),
                block.number("minimumLeafOutcomes"),
                block.number("rowShare"),
                block.number("columnShare"),
                block.whole("bins"),
                seed);
        boosted.check(block);
        block.finish();
        return boosted;
    }

    private void check(ConfFile block) {
        TreeRules.require(block, "rounds", rounds, rounds >= 1, "1 or more");
        TreeRules.check(block, depth, minimumLeafOutcomes, bins);
        TreeRules.share(block, "rate", rate);
        TreeRules.share(block, "rowShare", rowShare);
        TreeRules.share(block, "columnShare", columnShare);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public BoostedTrees seeded(long other) {
        return new BoostedTrees(rounds, depth, rate, minimumLeafOutcomes, rowShare, columnShare, bins, other);
    }

    @Override
    public Grown grow(Lesson lesson, ModelScorer scorer) {
        int leafRows = TreeRules.leafRows(minimumLeafOutcomes, lesson);
        try (Grower grower = Grower.of(lesson)) {
            Grower.Raw scaledReturn = grower.grow(lesson.scaledReturns(), ofReturn(leafRows), rounds);
            Grower.Raw rise = grower.grow(lesson.ups(), ofRise(leafRows), rounds);
            // begins at even odds, whose logarithm is 0: the trees are all there is to add up
            Forest logOdds = Forest.of(rise).withBase(0);
            byte[] onnx = OnnxTrees.sumAndChance(
                    Forest.of(scaledReturn), logOdds, lesson.rows().columns());
            return new Grown(onnx, describe(lesson)).with(scaledReturn, rise);
        }
    }

    Map<String, Object> ofReturn(int leafRows) {
        Map<String, Object> parameters = parameters();
        parameters.put("objective", "reg:squarederror");
        parameters.put("min_child_weight", leafRows);
        return parameters;
    }

    Map<String, Object> ofRise(int leafRows) {
        Map<String, Object> parameters = parameters();
        parameters.put("objective", "binary:logistic");
        parameters.put("base_score", 0.5);
        parameters.put("min_child_weight", CURVATURE * leafRows);
        return parameters;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("booster", "gbtree");
        parameters.put("tree_method", "hist");
        parameters.put("max_bin", bins);
        parameters.put("eta", rate);
        parameters.put("max_depth", depth);
        parameters.put("subsample", rowShare);
        parameters.put("colsample_bytree", columnShare);
        parameters.put("lambda", 1.0);
        parameters.put("seed", seed);
        return parameters;
    }

    private SortedMap<String, String> describe(Lesson lesson) {
        SortedMap<String, String> described = lesson.described();
        described.put("rounds", Integer.toString(rounds));
        described.put("depth", Integer.toString(depth));
        described.put("rate", Double.toString(rate));
        described.put("minimum_leaf_rows", Integer.toString(TreeRules.leafRows(minimumLeafOutcomes, lesson)));
        described.put("row_share", Double.toString(rowShare));
        described.put("column_share", Double.toString(columnShare));
        described.put("bins", Integer.toString(bins));
        return described;
    }
}
