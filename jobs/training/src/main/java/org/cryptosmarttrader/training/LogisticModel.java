package org.cryptosmarttrader.training;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.wire.conf.ConfFile;

/**
 * Two linear models: logistic regression for P(up), ridge regression for the scaled return, over features made comparable by
 * the medians and robust deviations of the training rows; a missing feature counts as its median. Fitted by XGBoost's coordinate
 * descent, one coefficient after the other in column order.
 *
 * <p>Source: Hoerl and Kennard 1970 (ridge); Friedman, Hastie and Tibshirani 2010, Regularization paths, for the descent.
 *
 * @param penalty on half the sum of squared coefficients, beside the mean loss of a row
 * @param rounds of descent over all columns
 * @param widest robust deviations beyond which a feature counts no further
 */
public record LogisticModel(double penalty, int rounds, double widest) implements Member {

    static final String NAME = "logistic";

    static LogisticModel read(ConfFile block, long seed) {
        LogisticModel model = new LogisticModel(block.number("penalty"), block.whole("rounds"), block.number("widest"));
        TreeRules.require(block, "penalty", model.penalty, model.penalty > 0, "a number above 0");
        TreeRules.require(block, "rounds", model.rounds, model.rounds >= 1, "1 or more");
        TreeRules.require(block, "widest", model.widest, model.widest > 0, "a number above 0");
        block.finish();
        return model;
    }

    /**
     * Coefficients of comparable features.
     *
     * @param slopes one per feature
     * @param base said of a row at all medians
     */
    record Line(float[] slopes, float base) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long seed() {
        return 0;
    }

    @Override
    public Member seeded(long other) {
        return this;
    }

    @Override
    public Grown grow(Lesson lesson, ModelScorer scorer) {
        TrainingSet sample = lesson.sample();
        Comparable comparable = Comparable.of(lesson.novelty(), (float) widest);
        float[] features = comparable.of(sample.features(), sample.columns());
        try (Grower grower = new Grower(features, comparable.columns().length, lesson.weights())) {
            Line scaledReturn = line(grower.grow(lesson.scaledReturns(), parameters("reg:squarederror", 0), rounds));
            Line logOdds = line(grower.grow(lesson.ups(), parameters("binary:logistic", 0.5), rounds));
            return new Grown(onnx(comparable, scaledReturn, logOdds, sample.columns()), describe(lesson, comparable));
        }
    }

    /** @param base score at which the descent begins; its own constant is a coefficient like any other */
    Map<String, Object> parameters(String objective, double base) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", objective);
        parameters.put("booster", "gblinear");
        parameters.put("updater", "coord_descent");
        parameters.put("feature_selector", "cyclic");
        parameters.put("base_score", base);
        parameters.put("eta", 1.0);
        parameters.put("lambda", penalty);
        parameters.put("alpha", 0.0);
        return parameters;
    }

    /** XGBoost lists the slopes, then the constant; both bases add nothing to it. */
    static Line line(Grower.Raw model) {
        JsonNode weights = model.description().at("/learner/gradient_booster/model/weights");
        float[] slopes = new float[weights.size() - 1];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = Float.parseFloat(weights.get(i).asText());
        }
        return new Line(slopes, Float.parseFloat(weights.get(slopes.length).asText()));
    }

    private SortedMap<String, String> describe(Lesson lesson, Comparable comparable) {
        SortedMap<String, String> described = lesson.described();
        described.put("penalty", Double.toString(penalty));
        described.put("rounds", Integer.toString(rounds));
        described.put("widest", Double.toString(widest));
        described.put("columns_used", Integer.toString(comparable.columns().length));
        return described;
    }

    /**
     * Features made comparable: distances from the median in robust deviations, cut at a bound, 0 where missing. A feature that
     * does not vary is left out.
     *
     * @param columns those that vary
     * @param medians of these
     * @param scales 1 / robust deviation of these
     */
    record Comparable(int[] columns, float[] medians, float[] scales, float widest) {

        static Comparable of(Novelty novelty, float widest) {
            double[] mads = novelty.mads();
            int[] columns = IntStream.range(0, mads.length)
                    .filter(column -> mads[column] > 0)
                    .toArray();
            float[] medians = new float[columns.length];
            float[] scales = new float[columns.length];
            for (int i = 0; i < columns.length; i++) {
                medians[i] = (float) novelty.medians()[columns[i]];
                scales[i] = (float) (1 / (Novelty.MAD_TO_DEVIATION * mads[columns[i]]));
            }
            return new Comparable(columns, medians, scales, widest);
        }

        float[] of(float[] features, int width) {
            int rows = features.length / width;
            float[] made = new float[rows * columns.length];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < columns.length; i++) {
                    made[row * columns.length + i] = at(i, features[row * width + columns[i]]);
                }
            }
            return made;
        }

        private float at(int i, float feature) {
            float distance = (feature - medians[i]) * scales[i];
            return Float.isNaN(feature) ? 0 : Math.max(-widest, Math.min(widest, distance));
        }
    }

    /**
     * Every step works on each cell by itself, and the products are added up by halves (the first to the one half a row behind
     * it, and so on), so that a row's sum does not depend on the engine's way of adding or on where the row lies in memory.
     * For that the columns are filled up to a power of two with the first one, at slope 0.
     */
    static byte[] onnx(Comparable comparable, Line scaledReturn, Line logOdds, int features) {
        int used = comparable.columns().length;
        int width = used == 1 ? 1 : Integer.highestOneBit(used - 1) * 2;
        List<TensorProto> constants = new ArrayList<>();
        List<NodeProto> nodes = new ArrayList<>();
        long[] columns = Arrays.stream(Arrays.copyOf(comparable.columns(), width))
                .mapToLong(column -> column)
                .toArray();
        Arrays.fill(columns, used, width, comparable.columns()[0]);
        constants.add(Onnx.whole("columns", columns));
        constants.add(Onnx.floats("medians", List.of(1L, (long) width), Arrays.copyOf(comparable.medians(), width)));
        constants.add(Onnx.floats("scales", List.of(1L, (long) width), Arrays.copyOf(comparable.scales(), width)));
        constants.add(Onnx.floats("lowest", List.of(), -comparable.widest()));
        constants.add(Onnx.floats("highest", List.of(), comparable.widest()));
        constants.add(Onnx.floats("nought", List.of(), 0));
        nodes.add(Onnx.node("Gather", "used", Onnx.FEATURES, "columns").toBuilder()
                .addAttribute(Onnx.number("axis", 1))
                .build());
        nodes.add(Onnx.node("IsNaN", "missing", "used"));
        nodes.add(Onnx.node("Sub", "distances", "used", "medians"));
        nodes.add(Onnx.node("Mul", "deviations", "distances", "scales"));
        nodes.add(Onnx.node("Where", "known", "missing", "nought", "deviations"));
        nodes.add(Onnx.node("Clip", "comparable", "known", "lowest", "highest"));
        addSum(scaledReturn, Onnx.SCALED_RETURN, width, constants, nodes);
        addSum(logOdds, "log_odds", width, constants, nodes);
        nodes.add(Onnx.node("Sigmoid", Onnx.P_UP, "log_odds"));
        return Onnx.model(features, constants, nodes);
    }

    private static void addSum(
            Line line, String output, int width, List<TensorProto> constants, List<NodeProto> nodes) {
        String slopes = output + "_slopes";
        String base = output + "_base";
        constants.add(Onnx.floats(slopes, List.of(1L, (long) width), Arrays.copyOf(line.slopes(), width)));
        constants.add(Onnx.floats(base, List.of(1L, 1L), line.base()));
        String sum = output + "_" + width;
        nodes.add(Onnx.node("Mul", sum, "comparable", slopes));
        for (int half = width / 2; half >= 1; half /= 2) {
            String left = output + "_left_" + half;
            String right = output + "_right_" + half;
            constants.add(Onnx.whole(left + "_from", 0));
            constants.add(Onnx.whole(left + "_until", half));
            constants.add(Onnx.whole(right + "_until", 2L * half));
            constants.add(Onnx.whole(left + "_axis", 1));
            nodes.add(Onnx.node("Slice", left, sum, left + "_from", left + "_until", left + "_axis"));
            nodes.add(Onnx.node("Slice", right, sum, left + "_until", right + "_until", left + "_axis"));
            sum = output + "_" + half;
            nodes.add(Onnx.node("Add", sum, left, right));
        }
        nodes.add(Onnx.node("Add", output, sum, base));
    }
}
