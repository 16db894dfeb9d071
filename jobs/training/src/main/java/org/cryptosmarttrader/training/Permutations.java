package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.SplittableRandom;
import org.cryptosmarttrader.wire.models.Importance;

/**
 * Permutation importance: how much worse a model becomes on rows held back if some columns' values are dealt out to the wrong
 * rows, the columns of a row together. Every group and column sees the same permutations, so that none is lucky.
 *
 * <p>After Breiman 2001, Random forests, section 10; Fisher, Rudin and Dominici 2019, for groups of columns.
 */
final class Permutations {

    private final ModelScorer scorer;
    private final byte[] onnx;
    private final TrainingSet rows;
    private final int[][] orders;
    private final double brier;
    private final double rankCorrelation;

    /** @param rows held back */
    Permutations(ModelScorer scorer, byte[] onnx, TrainingSet rows, int repeats, long seed) throws IOException {
        this.scorer = scorer;
        this.onnx = onnx;
        this.rows = rows;
        this.orders = orders(rows.size(), repeats, seed);
        HeldBackScores untouched = HeldBackScores.of(scorer, onnx, rows);
        this.brier = untouched.brier();
        this.rankCorrelation = untouched.rankCorrelation();
    }

    private static int[][] orders(int rows, int repeats, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] orders = new int[repeats][rows];
        for (int[] order : orders) {
            for (int row = 0; row < rows; row++) {
                int other = random.nextInt(row + 1);
                order[row] = order[other];
                order[other] = row;
            }
        }
        return orders;
    }

    /** @param columns permuted together */
    Importance.Permuted of(int[] columns) throws IOException {
        ModelScorer.Scores said = scorer.score(onnx, rows.columns(), permuted(columns), ModelMaker.SCORING_BATCH);
        double[] rises = new double[orders.length];
        double[] losses = new double[orders.length];
        for (int repeat = 0; repeat < orders.length; repeat++) {
            HeldBackScores scores = HeldBackScores.of(said, repeat * rows.size(), rows);
            rises[repeat] = scores.brier() - brier;
            losses[repeat] = rankCorrelation - scores.rankCorrelation();
        }
        return new Importance.Permuted(
                Numbers.orNull(Numbers.mean(rises)),
                Numbers.orNull(Numbers.deviation(rises)),
                Numbers.orNull(Numbers.mean(losses)),
                Numbers.orNull(Numbers.deviation(losses)));
    }

    /** The rows of all repeats one after the other, so that the engine reads the model once. */
    private float[] permuted(int[] columns) {
        int width = rows.columns();
        float[] matrix = new float[orders.length * rows.features().length];
        for (int repeat = 0; repeat < orders.length; repeat++) {
            int from = repeat * rows.features().length;
            System.arraycopy(rows.features(), 0, matrix, from, rows.features().length);
            for (int row = 0; row < rows.size(); row++) {
                for (int column : columns) {
                    matrix[from + row * width + column] = rows.features()[orders[repeat][row] * width + column];
                }
            }
        }
        return matrix;
    }
}
