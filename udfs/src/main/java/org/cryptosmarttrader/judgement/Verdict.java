package org.cryptosmarttrader.judgement;

import org.cryptosmarttrader.gates.Judgement;
import org.cryptosmarttrader.uncertainty.Ensemble;
import org.cryptosmarttrader.uncertainty.Interval;

/**
 * A forecast and how far it may be believed.
 *
 * @param pUp calibrated probability of a positive return
 * @param confidence probability of the likelier direction; NaN while the training gate is shut
 * @param intervalConfidence largest level whose interval excludes 0; NaN while the training gate is shut
 * @param interval of the log return
 * @param alpha share of outcomes the interval may miss
 * @param quantiles of the log return
 * @param isValidated whether a full calibration window stands behind the interval
 * @param ensemble what the members say together
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
        Quantiles quantiles,
        boolean isValidated,
        Ensemble ensemble,
        String regime,
        Judgement judgement) {}
