package org.cryptosmarttrader.training;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/**
 * Two sets of trees as one ONNX file. Trees are ONNX's {@code TreeEnsembleRegressor}: summed in order, the base added last, a
 * missing feature sent where the trees learnt to send it.
 */
final class OnnxTrees {

    private OnnxTrees() {}

    /** Both outputs are what the trees add up to. */
    static byte[] sums(Forest scaledReturn, Forest pUp, int features) {
        return Onnx.model(
                features, List.of(), List.of(ensemble(scaledReturn, Onnx.SCALED_RETURN), ensemble(pUp, Onnx.P_UP)));
    }

    /** @param logOdds trees that add up to the logarithm of the odds of a rise */
    static byte[] sumAndChance(Forest scaledReturn, Forest logOdds, int features) {
        return Onnx.model(
                features,
                List.of(),
                List.of(
                        ensemble(scaledReturn, Onnx.SCALED_RETURN),
                        ensemble(logOdds, "log_odds"),
                        Onnx.node("Sigmoid", Onnx.P_UP, "log_odds")));
    }

    private static NodeProto ensemble(Forest forest, String output) {
        Nodes nodes = new Nodes();
        for (int tree = 0; tree < forest.trees().size(); tree++) {
            nodes.add(tree, forest.trees().get(tree));
        }
        return Onnx.node("TreeEnsembleRegressor", output, Onnx.FEATURES).toBuilder()
                .setDomain(Onnx.ML)
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
                    Onnx.longs("nodes_treeids", trees),
                    Onnx.longs("nodes_nodeids", ids),
                    Onnx.longs("nodes_featureids", features),
                    Onnx.floats("nodes_values", values),
                    Onnx.texts("nodes_modes", modes),
                    Onnx.longs("nodes_truenodeids", whenBelow),
                    Onnx.longs("nodes_falsenodeids", otherwise),
                    Onnx.longs("nodes_missing_value_tracks_true", missingBelow),
                    Onnx.longs("target_treeids", leafTrees),
                    Onnx.longs("target_nodeids", leafIds),
                    Onnx.longs("target_ids", leafIds.stream().map(leaf -> 0L).toList()),
                    Onnx.floats("target_weights", weights),
                    Onnx.floats("base_values", List.of(base)),
                    Onnx.number("n_targets", 1),
                    Onnx.text("aggregate_function", "SUM"),
                    Onnx.text("post_transform", "NONE"));
        }
    }
}
