package org.cryptosmarttrader.judgement;

import org.cryptosmarttrader.uncertainty.Novelty;

/**
 * What a model says of a pair over one horizon.
 *
 * @param sigma volatility known at the decision over the horizon, log return; NaN if unknown
 * @param scaledReturn expected return in units of sigma
 * @param pUp probability of a positive return, as the model says
 * @param novelty how unlike the training set the row is
 * @param missingMandatory number of features missing that the pair's own market should give
 * @param staleBars bars since the newest one that came
 * @param predictionId hexadecimal
 */
public record Forecast(
        String pair,
        double sigma,
        double scaledReturn,
        double pUp,
        Novelty.Reading novelty,
        int missingMandatory,
        int staleBars,
        String predictionId) {

    /** Expected log return. */
    public double expectedReturn() {
        return scaledReturn * sigma;
    }
}
