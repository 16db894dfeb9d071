package org.cryptosmarttrader.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A regression forest: the mean of many trees, each grown on a part of the rows and columns. Grown by XGBoost in
 * random-forest mode (one round of many parallel trees), on one thread, so that the same rows give the same bytes.
 *
 * @param trees in order
 * @param base added to the sum of the trees
 */
record Forest(List<Tree> trees, float base) {

    /**
     * A tree by node number, the root first.
     *
     * @param left child if the feature is below the threshold; −1 in a leaf
     * @param right child otherwise
     * @param feature column a node asks for
     * @param threshold of a node, value of a leaf
     * @param missingLeft whether a missing feature goes left
     */
    record Tree(int[] left, int[] right, int[] feature, float[] threshold, boolean[] missingLeft) {}

    /**
     * @param features rows × columns, row-major, NaN where missing
     * @param targets one per row
     */
    static Forest grow(float[] features, int columns, float[] targets, ForestSettings settings) {
        DMatrix matrix = null;
        Booster booster = null;
        try {
            matrix = new DMatrix(features, targets.length, columns, Float.NaN);
            matrix.setLabel(targets);
            booster = XGBoost.train(matrix, parameters(settings, targets.length), 1, Map.of(), null, null);
            return parse(booster.toByteArray("json"));
        } catch (XGBoostError | IOException e) {
            throw new IllegalStateException(
                    "forest: could not be grown on %d rows × %d features (%s)"
                            .formatted(targets.length, columns, e.getMessage()),
                    e);
        } finally {
            if (booster != null) {
                booster.dispose();
            }
            if (matrix != null) {
                matrix.dispose();
            }
        }
    }

    static Map<String, Object> parameters(ForestSettings settings, int rows) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("booster", "gbtree");
        parameters.put("tree_method", "hist");
        parameters.put("max_bin", settings.bins());
        parameters.put("eta", 1.0);
        parameters.put("num_parallel_tree", settings.trees());
        parameters.put("max_depth", settings.depth());
        parameters.put("min_child_weight", settings.leafRows(rows));
        parameters.put("subsample", settings.rowShare());
        parameters.put("colsample_bynode", settings.columnShare());
        parameters.put("lambda", 1e-6);
        parameters.put("seed", settings.seed());
        parameters.put("nthread", 1);
        return parameters;
    }

    private static Forest parse(byte[] json) throws IOException {
        JsonNode learner = new ObjectMapper().readTree(json).get("learner");
        List<Tree> trees = new ArrayList<>();
        for (JsonNode tree : learner.at("/gradient_booster/model/trees")) {
            trees.add(new Tree(
                    ints(tree.get("left_children")),
                    ints(tree.get("right_children")),
                    ints(tree.get("split_indices")),
                    floats(tree.get("split_conditions")),
                    flags(tree.get("default_left"))));
        }
        return new Forest(
                trees, base(learner.at("/learner_model_param/base_score").asText()));
    }

    /** Written as a number or, by newer versions, as a list of one. */
    private static float base(String text) {
        return Float.parseFloat(text.replace("[", "").replace("]", ""));
    }

    private static int[] ints(JsonNode array) {
        int[] numbers = new int[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asInt());
        return numbers;
    }

    private static float[] floats(JsonNode array) {
        float[] numbers = new float[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(array.get(i).asText());
        }
        return numbers;
    }

    private static boolean[] flags(JsonNode array) {
        boolean[] flags = new boolean[array.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = array.get(i).asInt() != 0;
        }
        return flags;
    }
}
