package org.cryptosmarttrader.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * XGBoost on one thread, over rows that are handed to it once and serve every target: the same rows give the same bytes. Not
 * thread-safe; to be closed.
 */
final class Grower implements AutoCloseable {

    /**
     * A model as XGBoost knows it.
     *
     * @param description as it describes it
     * @param bytes from which it can load it again
     */
    record Raw(JsonNode description, byte[] bytes) {}

    private final DMatrix matrix;
    private final int rows;
    private final int columns;

    /**
     * @param features rows × columns, row-major, NaN where missing
     * @param weights one per row
     */
    Grower(float[] features, int columns, float[] weights) {
        this.rows = weights.length;
        this.columns = columns;
        try {
            matrix = new DMatrix(features, rows, columns, Float.NaN);
            matrix.setWeight(weights);
        } catch (XGBoostError e) {
            throw failed("rows could not be handed over", e);
        }
    }

    /** The sampled rows of a lesson. */
    static Grower of(Lesson lesson) {
        TrainingSet sample = lesson.sample();
        return new Grower(sample.features(), sample.columns(), lesson.weights());
    }

    /**
     * @param targets one per row
     * @param parameters of XGBoost
     */
    Raw grow(float[] targets, Map<String, Object> parameters, int rounds) {
        Booster booster = null;
        try {
            matrix.setLabel(targets);
            booster = XGBoost.train(matrix, onOneThread(parameters), rounds, Map.of(), null, null);
            return new Raw(new ObjectMapper().readTree(booster.toByteArray("json")), booster.toByteArray("ubj"));
        } catch (XGBoostError | IOException e) {
            throw failed("could not be grown", e);
        } finally {
            if (booster != null) {
                booster.dispose();
            }
        }
    }

    private static Map<String, Object> onOneThread(Map<String, Object> parameters) {
        Map<String, Object> all = new TreeMap<>(parameters);
        all.put("nthread", 1);
        return all;
    }

    private IllegalStateException failed(String what, Exception cause) {
        return new IllegalStateException(
                "XGBoost: %s on %d rows × %d features (%s)".formatted(what, rows, columns, cause.getMessage()), cause);
    }

    @Override
    public void close() {
        matrix.dispose();
    }
}
