package org.cryptosmarttrader.gates;

import org.cryptosmarttrader.uncertainty.Novelty;

/**
 * What was measured of one forecast at its tick.
 *
 * @param record of the forecast's horizon and quote group
 * @param provenanceComplete whether every input can be traced to a recorded payload
 * @param barsBehind number of bars by which the pair's newest bar lies before the one decided on, 0 if it is that one
 * @param missingMandatory number of mandatory features that are missing
 * @param novelty how unlike the training set the row is; null if the forest's card does not say
 * @param probability calibrated, of a return above 0; NaN if the forest gave none
 */
public record Candidate(
        TrackRecord record,
        boolean provenanceComplete,
        int barsBehind,
        int missingMandatory,
        Novelty.Reading novelty,
        double probability) {

    /** Measured confidence: the probability of the likelier direction, unrounded; NaN without one. */
    public double confidence() {
        return Math.max(probability, 1 - probability);
    }
}
