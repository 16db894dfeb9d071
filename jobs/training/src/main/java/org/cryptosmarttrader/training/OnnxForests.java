package org.cryptosmarttrader.training;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/**
 * Two forests as one ONNX file: {@code features} (float, n × f) in, {@code scaled_return} and {@code p_up} (float, n × 1)
 * out. Trees are ONNX's {@code TreeEnsembleRegressor}: summed in order, the base added last, a missing feature sent where
 * the forest learnt to send it.
 */
final class OnnxForests {

    private static final int IR_VERSION = 8;
    private static final int OPSET = 15;
    private static final int OPSET_ML = 3;

    private OnnxForests() {}

    static byte[] write(Forest scaledReturn, Forest pUp, int features) {
        GraphProto graph = GraphProto.newBuilder()
                .setName("forests")
                .addInput(tensor("features", features))
                .addNode(ensemble(scaledReturn, "scaled_return"))
                .addNode(ensemble(pUp, "p_up"))
                .addOutput(tensor("scaled_return", 1))
                .addOutput(tensor("p_up", 1))
                .build();
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("cst")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(OPSET_ML))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto tensor(String name, int columns) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
                .build();
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    private static NodeProto ensemble(Forest forest, String output) {
        Nodes nodes = new Nodes();
        for (int tree = 0; tree < forest.trees().size(); tree++) {
            nodes.add(tree, forest.trees().get(tree));
        }
        return NodeProto.newBuilder()
                .setOpType("TreeEnsembleRegressor")
                .setDomain("ai.onnx.ml")
                .setName(output)
                .addInput("features")
                .addOutput(output)
                .addAllAttribute(nodes.attributes(forest.base()))
                .build();
    }

    /** The nodes of all trees as the parallel lists ONNX wants. */
    private static final class Nodes {
        private final List<Long> trees = new ArrayList<>();
        private final List<Long> ids = new ArrayList<>();
        private final List<Long> features = new ArrayList<>();
        private final List<Float> values = new ArrayList<>();
        private final List<ByteString> modes = new ArrayList<>();
        private final List<Long> whenBelow = new ArrayList<>();
        private final List<Long> otherwise = new ArrayList<>();
        private final List<Long> missingBelow = new ArrayList<>();
        private final List<Long> leafTrees = new ArrayList<>();
        private final List<Long> leafIds = new ArrayList<>();
        private final List<Float> weights = new ArrayList<>();

        void add(int number, Forest.Tree tree) {
            for (int node = 0; node < tree.left().length; node++) {
                boolean leaf = tree.left()[node] < 0;
                trees.add((long) number);
                ids.add((long) node);
                features.add(leaf ? 0L : tree.feature()[node]);
                values.add(leaf ? 0f : tree.threshold()[node]);
                modes.add(ByteString.copyFromUtf8(leaf ? "LEAF" : "BRANCH_LT"));
                whenBelow.add(leaf ? 0L : tree.left()[node]);
                otherwise.add(leaf ? 0L : tree.right()[node]);
                missingBelow.add(!leaf && tree.missingLeft()[node] ? 1L : 0L);
                if (leaf) {
                    leafTrees.add((long) number);
                    leafIds.add((long) node);
                    weights.add(tree.threshold()[node]);
                }
            }
        }

        List<AttributeProto> attributes(float base) {
            return List.of(
                    longs("nodes_treeids", trees),
                    longs("nodes_nodeids", ids),
                    longs("nodes_featureids", features),
                    floats("nodes_values", values),
                    texts("nodes_modes", modes),
                    longs("nodes_truenodeids", whenBelow),
                    longs("nodes_falsenodeids", otherwise),
                    longs("nodes_missing_value_tracks_true", missingBelow),
                    longs("target_treeids", leafTrees),
                    longs("target_nodeids", leafIds),
                    longs("target_ids", leafIds.stream().map(leaf -> 0L).toList()),
                    floats("target_weights", weights),
                    floats("base_values", List.of(base)),
                    number("n_targets", 1),
                    text("aggregate_function", "SUM"),
                    text("post_transform", "NONE"));
        }
    }

    private static AttributeProto longs(String name, List<Long> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    private static AttributeProto floats(String name, List<Float> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOATS)
                .addAllFloats(values)
                .build();
    }

    private static AttributeProto texts(String name, List<ByteString> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRINGS)
                .addAllStrings(values)
                .build();
    }

    private static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }
}
