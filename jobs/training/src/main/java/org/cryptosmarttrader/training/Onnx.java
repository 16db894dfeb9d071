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
import java.util.Arrays;
import java.util.List;

/**
 * Words of ONNX: a file that takes {@code features} (float, n × f) and gives {@code scaled_return} and {@code p_up} (float,
 * n × 1).
 */
final class Onnx {

    static final String FEATURES = "features";
    static final String SCALED_RETURN = "scaled_return";
    static final String P_UP = "p_up";

    /** Domain of the trees. */
    static final String ML = "ai.onnx.ml";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 15;
    private static final int OPSET_ML = 3;

    private Onnx() {}

    /** @param nodes in the order of their making; two of them give the outputs */
    static byte[] model(int features, List<TensorProto> constants, List<NodeProto> nodes) {
        GraphProto graph = GraphProto.newBuilder()
                .setName("model")
                .addInput(rows(FEATURES, features))
                .addAllInitializer(constants)
                .addAllNode(nodes)
                .addOutput(rows(SCALED_RETURN, 1))
                .addOutput(rows(P_UP, 1))
                .build();
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("cst")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(ML).setVersion(OPSET_ML))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto rows(String name, int columns) {
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

    static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(Arrays.asList(inputs))
                .addOutput(output)
                .build();
    }

    static TensorProto floats(String name, List<Long> shape, float... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addAllDims(shape);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    /** A list of whole numbers. */
    static TensorProto whole(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor.build();
    }

    static AttributeProto longs(String name, List<Long> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    static AttributeProto floats(String name, List<Float> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOATS)
                .addAllFloats(values)
                .build();
    }

    static AttributeProto texts(String name, List<ByteString> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRINGS)
                .addAllStrings(values)
                .build();
    }

    static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }
}
