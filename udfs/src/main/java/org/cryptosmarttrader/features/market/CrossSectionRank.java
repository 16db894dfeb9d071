package org.cryptosmarttrader.features.market;

import java.util.Arrays;
import org.cryptosmarttrader.features.CrossSectionFeature;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Range;

/**
 * Place of a pair among the others, from above 0 for the lowest to below 1 for the highest: (average rank − ½) / N, where
 * equal inputs share the average of their ranks. A pair without the input has no rank.
 *
 * <p>Source: ranks as inputs after Gu, Kelly and Xiu 2020, Empirical asset pricing via machine learning; column
 * {@code xs_rank_…}.
 *
 * @param name column name
 * @param input what is ranked
 */
public record CrossSectionRank(String name, Feature input) implements CrossSectionFeature {

    @Override
    public String unit() {
        return "rank";
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public String meaning() {
        return "(average rank − ½) / N among the pairs of one quote currency by %s; Gu, Kelly and Xiu 2020"
                .formatted(input.name());
    }

    @Override
    public double[] values(double[] inputs) {
        int members = CrossSectionFeature.members(inputs);
        double[] ranks = new double[inputs.length];
        Arrays.fill(ranks, Double.NaN);
        if (members >= MINIMUM_MEMBERS) {
            double[] sorted = inputs.clone();
            Arrays.sort(sorted); // NaN last
            for (int row = 0; row < inputs.length; row++) {
                ranks[row] = rank(sorted, members, inputs[row]);
            }
        }
        return ranks;
    }

    /** With b below and e at or below, the average rank of the equal ones is (b + 1 + e) / 2. */
    private static double rank(double[] sorted, int members, double input) {
        if (Double.isNaN(input)) {
            return Double.NaN;
        }
        int below = below(sorted, members, input);
        int atOrBelow = below(sorted, members, Math.nextUp(input));
        return (below + atOrBelow) / (2.0 * members);
    }

    private static int below(double[] sorted, int members, double limit) {
        int from = 0;
        int until = members;
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (sorted[middle] < limit) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from;
    }
}
