package org.cryptosmarttrader.training;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.cryptosmarttrader.wire.conf.ConfFile;

/**
 * Says the same of every row: the share of rises among the training labels, and their mean scaled return. What any other member
 * has to beat. Of all rows of the block alike, neither sampled nor weighed, so that it is the base rate on the cards.
 */
public record Climatology() implements Member {

    static final String NAME = "climatology";

    static Climatology read(ConfFile block, long seed) {
        block.finish();
        return new Climatology();
    }

    /** Share of rises. */
    static double upShare(TrainingSet rows) {
        return Arrays.stream(rows.values()).filter(value -> value > 0).count() / (double) rows.size();
    }

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
        TrainingSet rows = lesson.rows();
        return new Grown(
                onnx((float) Numbers.mean(rows.scaled()), (float) upShare(rows), rows.columns()), new TreeMap<>());
    }

    /** Only the shape of the features is read, never a value: 0 times a missing one would be missing. */
    static byte[] onnx(float scaledReturn, float pUp, int features) {
        return Onnx.model(
                features,
                List.of(
                        Onnx.floats("mean", List.of(1L, 1L), scaledReturn),
                        Onnx.floats("share", List.of(1L, 1L), pUp),
                        Onnx.whole("first", 0),
                        Onnx.whole("one", 1)),
                List.of(
                        Onnx.node("Shape", "shape", "features"),
                        Onnx.node("Gather", "rows", "shape", "first"),
                        Onnx.node("Concat", "column", "rows", "one").toBuilder()
                                .addAttribute(Onnx.number("axis", 0))
                                .build(),
                        Onnx.node("Expand", Onnx.SCALED_RETURN, "mean", "column"),
                        Onnx.node("Expand", Onnx.P_UP, "share", "column")));
    }
}
