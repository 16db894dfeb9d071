package org.cryptosmarttrader.gates;

import java.util.List;

/**
 * What the gates say of a forecast.
 *
 * @param reasons of all gates that did not pass, in order
 * @param notMeasured those among the reasons whose gates had nothing to go by
 * @param onProbation whether a gate asks for a longer record before trading
 */
public record Judgement(List<Reason> reasons, List<Reason> notMeasured, boolean onProbation) {

    public Judgement {
        reasons = List.copyOf(reasons);
        notMeasured = List.copyOf(notMeasured);
    }

    public Standing standing() {
        if (reasons.contains(Reason.TRAINING)) {
            return Standing.EXPERIMENTAL;
        }
        if (!reasons.isEmpty()) {
            return Standing.REFUSED;
        }
        return onProbation ? Standing.PROBATION : Standing.PASSED;
    }
}
