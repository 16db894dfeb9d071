package org.cryptosmarttrader.judgement;

import org.cryptosmarttrader.uncertainty.Novelty;

/**
 * What a model says of a pair over one horizon.
 *
 * @param sigma volatility known at the decision over the horizon, log return; NaN if unknown
 * @param scaledReturn expected return in units of sigma
 * @param pUp probability of a positive return, as the model says; NaN if it says none
 * @param novelty how unlike the training set the row is; null if no model says
 * @param missingGroups groups of features that taught the model something and are missing as a whole, blanks between
 * @param missingMandatory number of features missing that the pair's own market should give
 * @param staleBars bars since the newest one that came
 * @param predictionId hexadecimal; empty if no model said anything
 */
public record Forecast(
        String pair,
        double sigma,
        double scaledReturn,
        double pUp,
        Novelty.Reading novelty,
        String missingGroups,
        int missingMandatory,
        int staleBars,
        String predictionId) {

    /** A forest's mean of zeros and ones strays beyond them by rounding of single precision, by no more. */
    private static final double ROUNDING = 1e-6;

    /** @throws IllegalArgumentException if the probability lies outside [0, 1] */
    public Forecast {
        if (pUp < 0 || pUp > 1) {
            throw new IllegalArgumentException(
                    "forecast of %s: probability %s, expected 0 to 1; see Forecast.probability".formatted(pair, pUp));
        }
    }

    /**
     * A model's score as a probability.
     *
     * @return the score, or the bound it strayed beyond by rounding; NaN if it is none
     */
    public static double probability(double score) {
        return score >= -ROUNDING && score <= 1 + ROUNDING ? Math.min(1, Math.max(0, score)) : Double.NaN;
    }

    /** A model's score as a number: NaN if it is infinite. */
    public static double number(double score) {
        return Double.isFinite(score) ? score : Double.NaN;
    }

    /** A pair of which the model to be judged said nothing: it failed. */
    public static Forecast none(String pair, double sigma, int staleBars) {
        return new Forecast(pair, sigma, Double.NaN, Double.NaN, null, "", 0, staleBars, "");
    }

    /** The same of a model of another statement: its other number is no return, so none is expected. */
    public Forecast withoutReturn() {
        return new Forecast(
                pair, sigma, Double.NaN, pUp, novelty, missingGroups, missingMandatory, staleBars, predictionId);
    }

    /** The probability as a vote: NaN where the row is too unlike the training set to have one. */
    public double vote() {
        return novelty == null || novelty.isOutOfDistribution() ? Double.NaN : pUp;
    }

    /** Expected log return. */
    public double expectedReturn() {
        return scaledReturn * sigma;
    }
}
