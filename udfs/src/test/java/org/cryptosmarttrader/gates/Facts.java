package org.cryptosmarttrader.gates;

import java.util.function.Consumer;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Novelty;

/** Small words that build a candidate for tests: flawless unless told otherwise. */
final class Facts {

    boolean provenanceComplete = true;
    double trainingHours = 2_016;
    double calibrationOutcomes = 30;
    int barsBehind = 0;
    int missingMandatory = 0;
    double driftedShare = 0.2;
    Novelty.Reading novelty = new Novelty.Reading(1, 0.3, 0.99);
    Boolean coverageAlarm = false;
    double skillLowerBound = 0;
    double skillOutcomes = 30;
    double probability = 0.8;
    double hitRate = 0.7;
    double hitRateOutcomes = 100;

    static Candidate flawless() {
        return with(facts -> {});
    }

    static Candidate with(Consumer<Facts> change) {
        Facts facts = new Facts();
        change.accept(facts);
        return facts.candidate();
    }

    private Candidate candidate() {
        TrackRecord record = new TrackRecord(
                new TrainingProgress((long) (trainingHours * TickGrid.HOUR), 0, 2_016 * TickGrid.HOUR, 0),
                calibrationOutcomes,
                driftedShare,
                coverageAlarm,
                skillLowerBound,
                skillOutcomes,
                hitRate,
                hitRateOutcomes);
        return new Candidate(record, provenanceComplete, barsBehind, missingMandatory, novelty, probability);
    }
}
