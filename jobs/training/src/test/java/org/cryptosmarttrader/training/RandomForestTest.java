package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A forest")
class RandomForestTest {

    private static final int ROWS = 3_000;
    private static final TrainingSet SET = Learning.set(ROWS, 1, 1);
    private static final float[] TARGETS = targets();
    private static final Forest GROWN = grown(TARGETS, Learning.SMALL);

    private static float[] targets() {
        float[] targets = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            targets[row] = (float) SET.scaled()[row];
        }
        return targets;
    }

    private static Forest grown(float[] targets, RandomForest settings) {
        float[] weights = new float[ROWS];
        Arrays.fill(weights, 1);
        try (Grower grower = new Grower(SET.features(), Learning.COLUMNS, weights)) {
            return Forest.of(grower.grow(targets, settings.parameters(20), 1));
        }
    }

    @Test
    void has_the_trees_asked_for_no_deeper_than_asked() {
        assertThat(GROWN.trees()).hasSize(40).allSatisfy(tree -> assertThat(depth(tree, 0))
                .isBetween(1, 6));
    }

    @Test
    void predicts_in_onnx_what_xgboost_itself_predicts() throws XGBoostError, IOException {
        float[] ofXgboost = ofXgboost();
        float[] ofOnnx = scaledReturns(Learning.FRESH);

        // XGBoost begins at the base and adds trees, ONNX adds the base last: the last bits may differ, no more
        for (int row = 0; row < ofXgboost.length; row++) {
            assertThat(ofOnnx[row]).as("row %d", row).isCloseTo(ofXgboost[row], within(1e-6f));
        }
        assertThat(spread(ofOnnx)).as("predictions that differ from row to row").isGreaterThan(1);
    }

    private static float[] ofXgboost() throws XGBoostError {
        DMatrix matrix = new DMatrix(SET.features(), ROWS, Learning.COLUMNS, Float.NaN);
        matrix.setLabel(TARGETS);
        Booster booster = XGBoost.train(matrix, Learning.SMALL.parameters(20), 1, Map.of(), null, null);
        float[][] predicted = booster.predict(
                new DMatrix(Learning.FRESH, Learning.FRESH.length / Learning.COLUMNS, Learning.COLUMNS, Float.NaN));
        float[] first = new float[predicted.length];
        Arrays.setAll(new Object[predicted.length], row -> first[row] = predicted[row][0]);
        return first;
    }

    @Test
    void predicts_in_onnx_the_sum_of_its_trees_and_its_base_bit_by_bit() throws IOException {
        float[] ofOnnx = scaledReturns(Learning.FRESH);

        for (int row = 0; row < ofOnnx.length; row++) {
            assertThat(ofOnnx[row]).as("row %d", row).isEqualTo(walk(row));
        }
    }

    /** The definition: trees summed in order, the base last, a missing feature where the tree sends it. */
    private static float walk(int row) {
        float sum = 0;
        for (Forest.Tree tree : GROWN.trees()) {
            int node = 0;
            while (tree.left()[node] >= 0) {
                float value = Learning.FRESH[row * Learning.COLUMNS + tree.feature()[node]];
                boolean left = Float.isNaN(value) ? tree.missingLeft()[node] : value < tree.threshold()[node];
                node = left ? tree.left()[node] : tree.right()[node];
            }
            sum += tree.threshold()[node];
        }
        return sum + GROWN.base();
    }

    @Test
    void scores_a_row_alike_alone_and_among_others() throws IOException {
        float[] alone =
                new Engine().score(onnx(), Learning.COLUMNS, Learning.FRESH, 1).scaledReturns();
        float[] some =
                new Engine().score(onnx(), Learning.COLUMNS, Learning.FRESH, 33).scaledReturns();

        assertThat(alone).isEqualTo(scaledReturns(Learning.FRESH)).isEqualTo(some);
    }

    @Test
    void gives_equal_bytes_for_equal_rows() {
        Forest again = grown(TARGETS.clone(), Learning.SMALL);

        assertThat(OnnxTrees.sums(again, again, Learning.COLUMNS)).isEqualTo(onnx());
    }

    @Test
    void changes_with_its_seed() {
        Forest other = grown(TARGETS, Learning.SMALL.seeded(8));

        assertThat(OnnxTrees.sums(other, other, Learning.COLUMNS)).isNotEqualTo(onnx());
    }

    @Test
    void is_grown_by_a_lesson_on_both_of_its_targets() {
        // one label an hour of an hour each: none overlaps, every row counts the same
        assertThat(Learning.grown(Learning.SMALL, SET))
                .isEqualTo(OnnxTrees.sums(GROWN, grown(Learning.lesson(SET).ups(), Learning.SMALL), Learning.COLUMNS));
    }

    @Test
    void of_equal_targets_says_that_target() throws IOException {
        float[] targets = new float[ROWS];
        Arrays.fill(targets, 0.25f);
        Forest constant = grown(targets, Learning.SMALL);

        float[] scores = new Engine()
                .score(OnnxTrees.sums(constant, constant, Learning.COLUMNS), Learning.COLUMNS, Learning.FRESH, 1_000)
                .risesLikely();
        assertThat(scores).containsOnly(new float[] {0.25f}, within(1e-6f));
    }

    private static byte[] onnx() {
        return OnnxTrees.sums(GROWN, GROWN, Learning.COLUMNS);
    }

    private static float[] scaledReturns(float[] features) throws IOException {
        return new Engine().score(onnx(), Learning.COLUMNS, features, 5_000).scaledReturns();
    }

    private static double spread(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[0];
    }

    private static int depth(Forest.Tree tree, int node) {
        return tree.left()[node] < 0
                ? 0
                : 1 + Math.max(depth(tree, tree.left()[node]), depth(tree, tree.right()[node]));
    }
}
