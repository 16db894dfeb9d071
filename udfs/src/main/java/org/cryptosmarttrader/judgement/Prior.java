package org.cryptosmarttrader.judgement;

import org.cryptosmarttrader.uncertainty.Calibration;
import org.cryptosmarttrader.uncertainty.PlattMap;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;

/**
 * What a model's card brings until the graph has outcomes of its own.
 *
 * @param climatology share of positive returns among the training labels
 * @param calibration fitted on the rows held back
 * @param errors nonconformity scores of the rows held back
 */
public record Prior(double climatology, Calibration calibration, ScoreHistogram errors) {

    /** Of no model: where nothing is forecast, nothing is judged by it. */
    public static final Prior NONE = new Prior(Double.NaN, PlattMap.IDENTITY, new ScoreHistogram());
}
