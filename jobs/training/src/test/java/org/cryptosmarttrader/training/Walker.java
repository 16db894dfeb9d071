package org.cryptosmarttrader.training;

/** Trees walked as they are defined, by none of the engines. */
final class Walker {

    private Walker() {}

    /** Trees summed in order, the base last, a missing feature where the tree sends it. */
    static float sum(Forest forest, float[] features, int from) {
        float sum = 0;
        for (Forest.Tree tree : forest.trees()) {
            int node = 0;
            while (tree.left()[node] >= 0) {
                float value = features[from + tree.feature()[node]];
                boolean left = Float.isNaN(value) ? tree.missingLeft()[node] : value < tree.threshold()[node];
                node = left ? tree.left()[node] : tree.right()[node];
            }
            sum += tree.threshold()[node];
        }
        return sum + forest.base();
    }
}
