package org.cryptosmarttrader.wire.models;

import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.wire.Required;

/**
 * What a model owes to its columns, measured on the block held back and on no row that grew it. Two questions, two answers:
 * how much worse this model becomes if a group's values are dealt out to the wrong rows (permutation), and how much worse a
 * model is that was grown without the group (ablation). The first asks what the model leans on, the second what the group
 * adds to what the others say already; a group may be leant on and add nothing.
 *
 * <p>A number that does not exist is null. Equal inputs give equal bytes.
 *
 * @param form version of these names
 * @param version of the model
 * @param heldBack the rows all is measured on
 * @param decisions distinct decision instants among them
 * @param independentOutcomes what they are worth, since pairs move together and horizons overlap
 * @param permutedRows of these rows that the permutations use, chosen by a hash of decision and pair
 * @param repeats permutations, the same for every group and column
 * @param meanBlock mean block of the bootstrap behind the intervals, decisions
 * @param draws of the bootstrap
 * @param level of the intervals
 * @param seed of permutations and bootstrap, the model's
 * @param scores of the model itself on the rows held back
 * @param absent groups about which nothing can be said, with the reason; never worth 0
 * @param otherSeed the same forest of the same columns grown with other draws: what differs by chance alone
 * @param groups by name
 * @param columns those whose permutation costs most, the costliest first
 * @param columnsMeasured how many columns were permuted
 */
public record Importance(
        int form,
        @Required String horizon,
        @Required String version,
        @Required String modelSha256,
        @Required ModelCard.Span heldBack,
        int decisions,
        double independentOutcomes,
        int permutedRows,
        int repeats,
        double meanBlock,
        int draws,
        double level,
        long seed,
        @Required Scores scores,
        @Required SortedMap<String, String> absent,
        Regrown otherSeed,

        @Required List<Group> groups,

        @Required List<Column> columns,

        int columnsMeasured) {

    public static final int FORM = 1;

    /**
     * @param brier mean squared error of P(up) as the model says
     * @param auc area under its ROC curve
     * @param rankCorrelation of expected and realised scaled return, all rows together
     */
    public record Scores(Double brier, Double auc, Double rankCorrelation) {}

    /**
     * Mean over the repeats, and their standard deviation.
     *
     * @param brierRise Brier score with permuted values less that with the true ones; above 0, the values helped
     * @param rankCorrelationLoss rank correlation with the true values less that with permuted ones
     */
    public record Permuted(
            Double brierRise,
            Double brierRiseDeviation,
            Double rankCorrelationLoss,
            Double rankCorrelationLossDeviation) {}

    /** A difference and its interval by the block bootstrap. */
    public record Difference(Double value, Double lower, Double upper) {}

    /**
     * A forest grown anew, compared with the model: above 0, the model is better.
     *
     * @param brier of the forest grown anew
     * @param auc of the forest grown anew
     * @param brierRise its Brier score less the model's
     * @param aucLoss the model's AUC less its
     * @param meanChangeOfPUp mean |difference of P(up)|
     * @param meanChangeOfScaledReturn mean |difference of the expected scaled return|
     * @param rankCorrelationOfPUp between the two forecasts of P(up)
     * @param rankCorrelationOfScaledReturn between the two forecasts of the scaled return
     */
    public record Regrown(
            Double brier,
            Double auc,
            Difference brierRise,
            Difference aucLoss,
            double meanChangeOfPUp,
            double meanChangeOfScaledReturn,
            Double rankCorrelationOfPUp,
            Double rankCorrelationOfScaledReturn) {}

    /**
     * @param columns number of columns
     * @param finiteTraining part of the group's cells that were there in the training block
     * @param finiteHeldBack the same in the block held back
     * @param permuted its columns permuted together
     * @param without the forest grown again without it; null if there is no other group to grow one from
     */
    public record Group(
            String group,
            int columns,
            double finiteTraining,
            double finiteHeldBack,
            Permuted permuted,
            Regrown without) {}

    /** @param permuted this column alone */
    public record Column(String column, String group, Permuted permuted) {}
}
