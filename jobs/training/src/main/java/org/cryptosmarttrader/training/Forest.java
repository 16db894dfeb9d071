package org.cryptosmarttrader.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trees whose leaves add up: those of a random forest, each a part of the mean, or those of a booster, each a correction of the
 * ones before it.
 *
 * @param trees in order
 * @param base added to the sum of the trees
 */
record Forest(List<Tree> trees, float base) {

    /**
     * A tree by node number, the root first.
     *
     * @param left child if the feature is below the threshold; −1 in a leaf
     * @param right child otherwise
     * @param feature column a node asks for
     * @param threshold of a node, value of a leaf
     * @param missingLeft whether a missing feature goes left
     */
    record Tree(int[] left, int[] right, int[] feature, float[] threshold, boolean[] missingLeft) {}

    static Forest of(Grower.Raw model) {
        JsonNode learner = model.description().get("learner");
        List<Tree> trees = new ArrayList<>();
        for (JsonNode tree : learner.at("/gradient_booster/model/trees")) {
            trees.add(new Tree(
                    ints(tree.get("left_children")),
                    ints(tree.get("right_children")),
                    ints(tree.get("split_indices")),
                    floats(tree.get("split_conditions")),
                    flags(tree.get("default_left"))));
        }
        return new Forest(
                trees, base(learner.at("/learner_model_param/base_score").asText()));
    }

    /** One leaf: the same of every row. */
    static Forest constant(float value) {
        int[] none = {-1};
        Tree leaf = new Tree(none, none, new int[1], new float[] {value}, new boolean[1]);
        return new Forest(List.of(leaf), 0);
    }

    /** The same trees over another base. */
    Forest withBase(float other) {
        return new Forest(trees, other);
    }

    /** Written as a number or, by newer versions, as a list of one. */
    private static float base(String text) {
        return Float.parseFloat(text.replace("[", "").replace("]", ""));
    }

    private static int[] ints(JsonNode array) {
        int[] numbers = new int[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asInt());
        return numbers;
    }

    private static float[] floats(JsonNode array) {
        float[] numbers = new float[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(array.get(i).asText());
        }
        return numbers;
    }

    private static boolean[] flags(JsonNode array) {
        boolean[] flags = new boolean[array.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = array.get(i).asInt() != 0;
        }
        return flags;
    }
}
