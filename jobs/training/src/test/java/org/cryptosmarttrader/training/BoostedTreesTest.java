package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.COLUMNS;
import static org.cryptosmarttrader.training.Learning.FRESH;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Boosted trees")
class BoostedTreesTest {

    private static final int ROWS = 3_000;
    private static final TrainingSet SET = Learning.set(ROWS, 1, 1);
    private static final Lesson LESSON = Learning.lesson(SET);
    private static final BoostedTrees BOOSTED = new BoostedTrees(60, 4, 0.1, 20, 0.5, 0.5, 64, 7);
    private static final byte[] ONNX = Learning.grown(BOOSTED, SET);

    private static Forest trees(float[] targets, Map<String, Object> parameters) {
        try (Grower grower = Grower.of(LESSON)) {
            return Forest.of(grower.grow(targets, parameters, BOOSTED.rounds()));
        }
    }

    @Test
    void say_in_onnx_the_sum_of_their_trees_bit_by_bit() throws IOException {
        Forest grown = trees(LESSON.scaledReturns(), BOOSTED.ofReturn(20));
        float[] ofOnnx = Learning.said(ONNX, 1_000).scaledReturns();

        assertThat(grown.trees()).hasSize(60);
        for (int row = 0; row < ofOnnx.length; row++) {
            assertThat(ofOnnx[row]).as("row %d", row).isEqualTo(Walker.sum(grown, FRESH, row * COLUMNS));
        }
    }

    @Test
    void add_up_to_log_odds_bit_by_bit_as_xgboost_itself_does() throws IOException, XGBoostError {
        Forest logOdds = trees(LESSON.ups(), BOOSTED.ofRise(20)).withBase(0);
        float[] ofOnnx =
                Learning.said(OnnxTrees.sums(logOdds, logOdds, COLUMNS), 1_000).risesLikely();

        float[][] ofXgboost = xgboost(true);

        // even odds have logarithm 0, so both begin at 0 and add the same leaves in the same order
        for (int row = 0; row < ofOnnx.length; row++) {
            assertThat(ofOnnx[row]).as("row %d", row).isEqualTo(ofXgboost[row][0]);
        }
    }

    @Test
    void say_the_chance_of_their_log_odds() throws IOException, XGBoostError {
        float[] pUp = Learning.said(ONNX, 1_000).risesLikely();
        float[][] logOdds = xgboost(true);
        float[][] chances = xgboost(false);

        for (int row = 0; row < pUp.length; row++) {
            double exact = 1 / (1 + Math.exp(-logOdds[row][0]));
            // the engine's polynomial and XGBoost's own: two units in the last place of a number below 1
            assertThat((double) pUp[row]).as("row %d", row).isCloseTo(exact, within(1.2e-7));
            assertThat(pUp[row]).as("row %d", row).isCloseTo(chances[row][0], within(1.8e-7f));
        }
    }

    private static float[][] xgboost(boolean isMargin) throws XGBoostError {
        DMatrix matrix = new DMatrix(SET.features(), ROWS, COLUMNS, Float.NaN);
        matrix.setLabel(LESSON.ups());
        Map<String, Object> parameters = BOOSTED.ofRise(20);
        parameters.put("nthread", 1);
        Booster booster = XGBoost.train(matrix, parameters, BOOSTED.rounds(), Map.of(), null, null);
        return booster.predict(new DMatrix(FRESH, FRESH.length / COLUMNS, COLUMNS, Float.NaN), isMargin, 0);
    }

    @Test
    void score_a_row_alike_alone_and_among_others() throws IOException {
        ModelScorer.Scores alone = Learning.said(ONNX, 1);

        for (int batch : new int[] {2, 3, 7, 33, 5_000}) {
            assertThat(Learning.said(ONNX, batch)).usingRecursiveComparison().isEqualTo(alone);
        }
    }

    @Test
    void find_a_signal_and_rank_by_it() throws IOException {
        TrainingSet others = Learning.set(5_000, 1, 5);
        float[] said =
                new Engine().score(ONNX, COLUMNS, others.features(), 1_000).risesLikely();

        // 5/6 is what the signal is worth, see ModelMakerTest
        assertThat(areaUnderCurve(said, others)).isBetween(0.78, 5 / 6.0 + 0.01);
    }

    private static double areaUnderCurve(float[] said, TrainingSet rows) {
        double[] pUp = new double[said.length];
        Arrays.setAll(pUp, row -> said[row]);
        double[] ups =
                Arrays.stream(rows.values()).map(value -> value > 0 ? 1 : 0).toArray();
        return ProbabilityForecasts.of(pUp, ups, new double[ups.length]).areaUnderCurve();
    }

    @Test
    void give_equal_bytes_for_equal_rows_and_others_for_another_seed() {
        assertThat(Learning.grown(BOOSTED, Learning.set(ROWS, 1, 1))).isEqualTo(ONNX);
        assertThat(Learning.grown(BOOSTED.seeded(8), SET)).isNotEqualTo(ONNX);
    }
}
