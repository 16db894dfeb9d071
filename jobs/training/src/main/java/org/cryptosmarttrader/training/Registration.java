package org.cryptosmarttrader.training;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cryptosmarttrader.judgement.Forecast;

/** Conditions under which any ONNX model with the documented input and outputs may be used. */
public final class Registration {

    private static final int MOST_ROWS = 500;

    private Registration() {}

    /**
     * Refuses a file that does not take and give what the graph hands over and reads.
     *
     * @param columns of the catalogue
     * @throws IOException if it is no ONNX file, or its input or outputs are others
     */
    public static void requireForm(byte[] onnx, int columns) throws IOException {
        GraphProto graph = graph(onnx);
        Set<String> constants =
                graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        // old files list their constants among the inputs
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> !constants.contains(input.getName()))
                .toList();
        requireNames("inputs", inputs, List.of(Onnx.FEATURES));
        requireNames("outputs", graph.getOutputList(), List.of(Onnx.SCALED_RETURN, Onnx.P_UP));
        requireColumns(inputs.get(0).getType().getTensorType(), columns);
    }

    private static GraphProto graph(byte[] onnx) throws IOException {
        try {
            return ModelProto.parseFrom(onnx).getGraph();
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("model: not an ONNX file (%s); the model is refused".formatted(e.getMessage()), e);
        }
    }

    private static void requireNames(String what, List<ValueInfoProto> found, List<String> expected)
            throws IOException {
        List<String> names = found.stream().map(ValueInfoProto::getName).toList();
        if (!names.equals(expected)) {
            throw new IOException("model: its %s are %s, expected %s in this order; rename them when you export it"
                    .formatted(what, names, expected));
        }
    }

    /** A width that is left open is for the engine to try. */
    private static void requireColumns(TypeProto.Tensor type, int columns) throws IOException {
        if (type.getElemType() != TensorProto.DataType.FLOAT.getNumber()) {
            throw new IOException("model: features are %s, expected FLOAT; export it for 32-bit numbers"
                    .formatted(TensorProto.DataType.forNumber(type.getElemType())));
        }
        List<TensorShapeProto.Dimension> shape = type.getShape().getDimList();
        long width = shape.size() == 2 ? shape.get(1).getDimValue() : -1;
        if (width != columns && !(width == 0 && shape.get(1).hasDimParam())) {
            throw new IOException(
                    "model: takes %s columns, the catalogue has %d; train it on all columns of the dataset, in their order"
                            .formatted(width < 0 ? "no table of" : Long.toString(width), columns));
        }
    }

    /**
     * Refuses a model whose score of a row depends on the rows scored with it, or is none.
     *
     * @param features some rows × columns, row-major
     * @throws IOException if the model depends on the batch, says what is no return or no probability, never says
     *     anything, or the engine refuses it
     */
    public static void requireUsable(ModelScorer scorer, byte[] onnx, int columns, float[] features)
            throws IOException {
        int rows = Math.min(MOST_ROWS, features.length / columns);
        float[] some = Arrays.copyOf(features, rows * columns);
        ModelScorer.Scores together = scorer.score(onnx, columns, some, rows);
        requireEqual(together, scorer.score(onnx, columns, some, 1));
        requireNumbers(together);
    }

    private static void requireEqual(ModelScorer.Scores together, ModelScorer.Scores alone) throws IOException {
        int rows = together.risesLikely().length;
        for (int row = 0; row < rows; row++) {
            boolean same = bits(together.scaledReturns()[row]) == bits(alone.scaledReturns()[row])
                    && bits(together.risesLikely()[row]) == bits(alone.risesLikely()[row]);
            if (!same) {
                throw new IOException(
                        "model: row %d scores %s, %s alone and %s, %s among %d rows; a forecast would depend on its neighbours, the model is refused"
                                .formatted(
                                        row,
                                        alone.scaledReturns()[row],
                                        alone.risesLikely()[row],
                                        together.scaledReturns()[row],
                                        together.risesLikely()[row],
                                        rows));
            }
        }
    }

    /** Every missing value has the same bits. */
    private static int bits(float value) {
        return Float.floatToIntBits(value);
    }

    /**
     * A missing score is an abstention, as long as not every one is.
     *
     * @throws IOException if a return is infinite, a probability none, or nothing is said of any row
     */
    static void requireNumbers(ModelScorer.Scores scores) throws IOException {
        int rows = scores.risesLikely().length;
        boolean saysSomething = false;
        for (int row = 0; row < rows; row++) {
            float scaledReturn = scores.scaledReturns()[row];
            float likely = scores.risesLikely()[row];
            if (Float.isInfinite(scaledReturn)) {
                throw new IOException("model: scaled_return of row %d is %s, expected a number; the model is refused"
                        .formatted(row, scaledReturn));
            }
            if (!Float.isNaN(likely) && Double.isNaN(Forecast.probability(likely))) {
                throw new IOException(
                        "model: p_up of row %d is %s, expected 0 to 1; the model is refused".formatted(row, likely));
            }
            saysSomething |= !Float.isNaN(scaledReturn) && !Float.isNaN(likely);
        }
        if (!saysSomething) {
            throw new IOException("model: no number for any of %d rows; the model is refused".formatted(rows));
        }
    }
}
