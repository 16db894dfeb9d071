package org.cryptosmarttrader.uncertainty;

/**
 * What several models say together, each heard as far as it was better than a coin: the weight of a member is 0.25 less its
 * Brier score, or 0. See docs/glossary.md, ensemble.
 *
 * @param probability mean of the voters' probabilities by weight; NaN if the ensemble abstains
 * @param votingShare part of all weight that voted, 0 to 1; NaN if no member has any
 * @param agreement part of the voters' weight on the side of {@code probability}, 0 to 1; NaN if the ensemble abstains
 */
public record Ensemble(double probability, double votingShare, double agreement) {

    /** Brier score of a coin. */
    private static final double COIN = 0.25;

    private static final double QUORUM = 0.5;

    /** Nobody has been measured, so nobody is heard. */
    public static final Ensemble SILENT = new Ensemble(Double.NaN, Double.NaN, Double.NaN);

    /** Weight of a member in the vote; none if its score is missing. */
    public static double weight(double brier) {
        return brier < COIN ? COIN - brier : 0;
    }

    /**
     * @param probabilities one per member, NaN if it abstains
     * @param weights one per member, 0 or more
     * @return abstaining if voters hold less than half of all weight, or nobody has any
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Ensemble of(double[] probabilities, double[] weights) {
        if (probabilities.length != weights.length) {
            throw new IllegalArgumentException("ensemble: %d probabilities, %d weights, expected as many of each"
                    .formatted(probabilities.length, weights.length));
        }
        double all = 0;
        double voting = 0;
        double weighted = 0;
        for (int member = 0; member < weights.length; member++) {
            all += weights[member];
            if (!Double.isNaN(probabilities[member])) {
                voting += weights[member];
                weighted += weights[member] * probabilities[member];
            }
        }
        if (all == 0) {
            return SILENT;
        }
        if (voting < QUORUM * all) {
            return new Ensemble(Double.NaN, voting / all, Double.NaN);
        }
        double probability = weighted / voting;
        return new Ensemble(probability, voting / all, agreeing(probabilities, weights, probability) / voting);
    }

    private static double agreeing(double[] probabilities, double[] weights, double probability) {
        double agreeing = 0;
        for (int member = 0; member < weights.length; member++) {
            boolean votes = !Double.isNaN(probabilities[member]);
            if (votes && (probabilities[member] > 0.5) == (probability > 0.5)) {
                agreeing += weights[member];
            }
        }
        return agreeing;
    }

    public boolean abstains() {
        return Double.isNaN(probability);
    }
}
