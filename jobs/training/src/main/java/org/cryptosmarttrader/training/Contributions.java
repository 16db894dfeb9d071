package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What one forecast of trees owes to each column: Shapley values of the columns, by XGBoost's TreeSHAP. They and the base add up
 * to what the trees say. They tell how the model came to its number, not what moves the market.
 *
 * <p>Source: Lundberg, Erion and Lee 2018, Consistent individualized feature attribution for tree ensembles.
 *
 * @param output {@code scaled_return} or {@code p_up}
 * @param base what the trees say on average over their training rows
 * @param sum of base and contributions: what the trees add up to; of boosted trees for {@code p_up} the log odds
 * @param parts by size, the largest first
 */
public record Contributions(String output, double base, double sum, List<Part> parts) {

    /**
     * @param value of the column; null if it is missing
     * @param contribution in the unit of the sum
     */
    public record Part(String column, Double value, double contribution) {}

    /**
     * @param booster the trees as XGBoost loads them
     * @param row values of one row, NaN where missing
     * @param columns their names
     */
    public static Contributions of(String output, byte[] booster, float[] row, List<String> columns) {
        float[] shares = shares(booster, row);
        List<Part> parts = new ArrayList<>();
        double sum = 0;
        for (int column = 0; column < row.length; column++) {
            sum += shares[column];
            parts.add(new Part(columns.get(column), Numbers.orNull(row[column]), shares[column]));
        }
        parts.sort(Comparator.comparingDouble((Part part) -> Math.abs(part.contribution()))
                .reversed());
        double base = shares[row.length];
        return new Contributions(output, base, base + sum, parts);
    }

    /** One per column, then the base. */
    private static float[] shares(byte[] bytes, float[] row) {
        DMatrix matrix = null;
        Booster booster = null;
        try {
            matrix = new DMatrix(row, 1, row.length, Float.NaN);
            booster = XGBoost.loadModel(bytes);
            booster.setParam("nthread", 1);
            return booster.predictContrib(matrix, 0)[0];
        } catch (XGBoostError | IOException e) {
            throw new IllegalStateException("XGBoost: could not load the trees (%s)".formatted(e.getMessage()), e);
        } finally {
            if (booster != null) {
                booster.dispose();
            }
            if (matrix != null) {
                matrix.dispose();
            }
        }
    }
}
