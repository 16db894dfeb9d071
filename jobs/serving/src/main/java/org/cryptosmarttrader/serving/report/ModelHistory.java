package org.cryptosmarttrader.serving.report;

import java.util.SortedMap;
import org.cryptosmarttrader.wire.models.Importance;
import org.cryptosmarttrader.wire.models.ModelCard;

/**
 * A model that was judged in a run: where it comes from, and what it did.
 *
 * @param card null if it is not to be found
 * @param importance null if it was not measured
 * @param regimes what its probabilities were worth by state of the market
 * @param drift null if it was not measured
 */
record ModelHistory(
        String horizon,
        ForestUse use,
        ModelCard card,
        Importance importance,
        long forecasts,
        long matured,
        double independentOutcomes,
        SkillReport skill,
        CoverageReport coverage,
        IntervalReport intervals,
        SortedMap<String, ProbabilityScores> regimes,
        DriftHistory drift) {

    static ModelHistory of(
            String horizon,
            ForestUse use,
            ModelCard card,
            Importance importance,
            OutcomeTally outcomes,
            DriftHistory drift) {
        return new ModelHistory(
                horizon,
                use,
                card,
                importance,
                outcomes.issued(),
                outcomes.matured(),
                outcomes.independentOutcomes(),
                outcomes.skill(),
                outcomes.coverage(),
                outcomes.intervals(null),
                outcomes.regimes(),
                drift);
    }
}
