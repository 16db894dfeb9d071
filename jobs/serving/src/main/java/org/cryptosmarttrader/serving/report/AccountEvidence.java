package org.cryptosmarttrader.serving.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.findings.Evidence;
import org.cryptosmarttrader.serving.findings.Otherwise;

/**
 * What findings about an account hold it against.
 *
 * @param hold buying its pairs and keeping them
 * @param pairs of its currency
 * @param horizons forecasts it went by
 * @param limits audit rows of its lane by event and rule
 * @param otherwise what would have come of it had one thing been otherwise
 */
record AccountEvidence(
        HoldReport hold,
        List<String> pairs,
        SortedMap<String, HorizonReport> horizons,
        SortedMap<String, Long> limits,
        List<Otherwise> otherwise) {

    double holdReturn() {
        return Unmeasured.nanIfNull(hold.figures().totalReturn());
    }

    SortedMap<String, Evidence.Judged> judged() {
        SortedMap<String, Evidence.Judged> judged = new TreeMap<>();
        horizons.forEach((name, horizon) -> judged.put(
                name,
                new Evidence.Judged(
                        Unmeasured.nanIfNull(horizon.skill().brierSkill()),
                        horizon.coverage().promised(),
                        Unmeasured.nanIfNull(horizon.coverage().upper()),
                        horizon.independentOutcomes())));
        return judged;
    }
}
