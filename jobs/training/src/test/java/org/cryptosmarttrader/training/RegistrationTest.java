package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Models written by hand, node by node. */
@DisplayName("Registration of a model")
class RegistrationTest {

    private static final int COLUMNS = 3;
    private static final float[] ROWS = {0.1f, 0.2f, 0.3f, -1f, 2f, -0.5f, 0.7f, -0.7f, 0.7f, 3f, 1f, -2f};
    private static final float[] WITH_GAP = {0.1f, 0.2f, 0.3f, Float.NaN, 2f, -0.5f, 0.7f, -0.7f, 0.7f};

    private static final NodeProto MEAN_OF_ROW = mean("mean", "features", 1);
    private static final NodeProto CHANCE_OF_ROW = node("Sigmoid", "p_up", "mean");
    private static final NodeProto RETURN_OF_ROW = node("Identity", "scaled_return", "mean");

    private static void register(byte[] onnx, float[] rows) throws IOException {
        Registration.requireUsable(new Engine(), onnx, COLUMNS, rows);
    }

    @Test
    void accepts_a_model_that_looks_at_each_row_by_itself() {
        byte[] onnx = model(MEAN_OF_ROW, CHANCE_OF_ROW, RETURN_OF_ROW);

        assertThatCode(() -> register(onnx, ROWS)).doesNotThrowAnyException();
    }

    @Test
    void refuses_a_model_whose_probability_depends_on_the_rows_beside_it() {
        byte[] onnx = model(
                MEAN_OF_ROW,
                RETURN_OF_ROW,
                mean("of_all", "mean", 0),
                node("Sub", "beyond", "mean", "of_all"),
                node("Sigmoid", "p_up", "beyond"));

        assertThatIOException()
                .isThrownBy(() -> register(onnx, ROWS))
                .withMessageContaining("row 0 scores ")
                .withMessageContaining("among 4 rows")
                .withMessageContaining("a forecast would depend on its neighbours");
    }

    @Test
    void refuses_a_model_whose_return_depends_on_the_rows_beside_it() {
        byte[] onnx = model(
                MEAN_OF_ROW, CHANCE_OF_ROW, mean("of_all", "mean", 0), node("Sub", "scaled_return", "mean", "of_all"));

        assertThatIOException().isThrownBy(() -> register(onnx, ROWS)).withMessageContaining("neighbours");
    }

    @Test
    void accepts_a_model_that_abstains_where_a_feature_is_missing() {
        byte[] onnx = model(MEAN_OF_ROW, CHANCE_OF_ROW, RETURN_OF_ROW);

        assertThatCode(() -> register(onnx, WITH_GAP)).doesNotThrowAnyException();
    }

    @Test
    void refuses_a_model_that_never_gives_a_number() {
        byte[] onnx = model(
                MEAN_OF_ROW,
                RETURN_OF_ROW,
                node("Sub", "nought", "mean", "mean"),
                node("Div", "p_up", "nought", "nought"));

        assertThatIOException()
                .isThrownBy(() -> register(onnx, ROWS))
                .withMessageContaining("no number for any of 4 rows");
    }

    @Test
    void refuses_a_model_whose_probabilities_are_none() {
        byte[] onnx = model(MEAN_OF_ROW, RETURN_OF_ROW, node("Identity", "p_up", "mean"));
        float[] rows = ROWS.clone();
        rows[9] = 7;

        assertThatIOException()
                .isThrownBy(() -> register(onnx, rows))
                .withMessageContaining("p_up of row 3 is 2.0, expected 0 to 1");
    }

    @Test
    void refuses_a_return_without_end() {
        byte[] onnx = model(
                MEAN_OF_ROW,
                CHANCE_OF_ROW,
                node("Sub", "nought", "mean", "mean"),
                node("Div", "scaled_return", "mean", "nought"));

        assertThatIOException()
                .isThrownBy(() -> register(onnx, ROWS))
                .withMessageContaining("scaled_return of row 0 is Infinity");
    }

    @Test
    void refuses_a_file_the_engine_cannot_read() {
        byte[] onnx = model(MEAN_OF_ROW, CHANCE_OF_ROW, RETURN_OF_ROW);

        assertThatIOException().isThrownBy(() -> register(Arrays.copyOf(onnx, onnx.length / 2), ROWS));
    }

    @Test
    void takes_a_file_of_the_documented_form() {
        assertThatCode(() -> Registration.requireForm(model(MEAN_OF_ROW, CHANCE_OF_ROW, RETURN_OF_ROW), COLUMNS))
                .doesNotThrowAnyException();
        assertThatCode(() -> Registration.requireForm(Climatology.onnx(0, 0.5f, COLUMNS), COLUMNS))
                .doesNotThrowAnyException();
    }

    @Test
    void refuses_a_file_that_takes_another_number_of_columns() {
        assertThatIOException()
                .isThrownBy(() -> Registration.requireForm(Climatology.onnx(0, 0.5f, 12), COLUMNS))
                .withMessage(
                        "model: takes 12 columns, the catalogue has 3; train it on all columns of the dataset, in their order");
    }

    @Test
    void refuses_inputs_and_outputs_by_other_names_or_in_another_order() throws IOException {
        ModelProto good = ModelProto.parseFrom(Climatology.onnx(0, 0.5f, COLUMNS));
        ModelProto.Builder input = good.toBuilder();
        input.getGraphBuilder().getInputBuilder(0).setName("X");
        ModelProto.Builder outputs = good.toBuilder();
        outputs.getGraphBuilder().getOutputBuilder(0).setName("p_up");
        outputs.getGraphBuilder().getOutputBuilder(1).setName("scaled_return");

        assertThatIOException()
                .isThrownBy(() -> Registration.requireForm(input.build().toByteArray(), COLUMNS))
                .withMessageContaining("its inputs are [X], expected [features] in this order");
        assertThatIOException()
                .isThrownBy(() -> Registration.requireForm(outputs.build().toByteArray(), COLUMNS))
                .withMessageContaining("its outputs are [p_up, scaled_return], expected [scaled_return, p_up]");
    }

    @Test
    void refuses_features_that_are_no_32_bit_numbers() throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(Climatology.onnx(0, 0.5f, COLUMNS)).toBuilder();
        model.getGraphBuilder()
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(TensorProto.DataType.DOUBLE.getNumber());

        assertThatIOException()
                .isThrownBy(() -> Registration.requireForm(model.build().toByteArray(), COLUMNS))
                .withMessageContaining("features are DOUBLE, expected FLOAT");
    }

    @Test
    void refuses_what_is_no_onnx_file() {
        byte[] text = "no model".getBytes(StandardCharsets.UTF_8);

        assertThatIOException()
                .isThrownBy(() -> Registration.requireForm(text, COLUMNS))
                .withMessageStartingWith("model: ");
    }

    // ---- a few words of ONNX

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(Arrays.asList(inputs))
                .addOutput(output)
                .build();
    }

    private static NodeProto mean(String output, String input, int axis) {
        return node("ReduceMean", output, input).toBuilder()
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axes")
                        .setType(AttributeProto.AttributeType.INTS)
                        .addInts(axis))
                .build();
    }

    private static byte[] model(NodeProto... nodes) {
        GraphProto graph = GraphProto.newBuilder()
                .setName("by hand")
                .addInput(tensor("features", COLUMNS))
                .addAllNode(Arrays.asList(nodes))
                .addOutput(tensor("scaled_return", 1))
                .addOutput(tensor("p_up", 1))
                .build();
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(15))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto tensor(String name, int columns) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
