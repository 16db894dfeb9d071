package org.cryptosmarttrader.judgement;

import org.cryptosmarttrader.gates.Judgement;
import org.cryptosmarttrader.uncertainty.Interval;

/**
 * A forecast and how far it may be believed.
 *
 * @param pUp calibrated probability of a positive return
 * @param confidence probability of the likelier direction; NaN while the training gate is shut
 * @param intervalConfidence largest level whose interval excludes 0; NaN while the training gate is shut
 * @param interval of the log return
 * @param alpha share of outcomes the interval may miss
 * @param isValidated whether a full calibration window stands behind the interval
 * @param regime state of the market, e.g. {@code HIGH/DOWN}
 * @param judgement of the gates
 */
public record Verdict(
        Forecast forecast,
        double pUp,
        double confidence,
        double intervalConfidence,
        Interval interval,
        double alpha,
        boolean isValidated,
        String regime,
        Judgement judgement) {}
