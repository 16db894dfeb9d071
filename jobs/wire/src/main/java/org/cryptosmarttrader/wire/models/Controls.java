package org.cryptosmarttrader.wire.models;

import org.cryptosmarttrader.wire.Required;

/**
 * Whether the making of a model can be believed, tried on the forest of the same rows, blocks and settings: with labels dealt out to
 * the wrong rows it must find nothing on the block held back, and with labels made of one of its columns it must find them. A
 * number that does not exist is null, and its control has not passed. Nothing of it enters any dataset.
 *
 * @param form version of these names
 * @param version of the forest beside which this lies
 * @param heldBack the rows both are judged on
 * @param seed of the hash that deals out labels and makes the noise
 */
public record Controls(
        int form,
        @Required String horizon,
        @Required String version,
        @Required String modelSha256,
        @Required ModelCard.Span heldBack,
        long seed,
        @Required Permuted permuted,
        @Required Planted planted) {

    public static final int FORM = 1;

    /**
     * Labels dealt out to the wrong rows.
     *
     * @param auc area under the ROC curve on the block held back
     * @param sigma standard deviation of the AUC of a forecast that knows nothing: √((n₁ + n₀ + 1)/(12 n₁ n₀)) (Mann and Whitney
     *     1947)
     * @param bound how many of these it may be away from one half
     */
    public record Permuted(Double auc, Double sigma, double bound, boolean passed) {}

    /**
     * A signal made of one column: a rise where it lies above its median of the training block, turned round at random.
     *
     * @param column the signal is made of
     * @param flipped part of the labels that are turned round
     * @param above part of the rows held back that lie above the median
     * @param ideal AUC of a forecast that knows the rule and not the noise
     * @param bound AUC it must reach: half the way from one half to the ideal
     * @param auc area under the ROC curve on the block held back
     */
    public record Planted(
            String column, double flipped, double above, double ideal, double bound, Double auc, boolean passed) {}

    /** Whether both came out as they must. */
    public boolean passed() {
        return permuted.passed() && planted.passed();
    }
}
