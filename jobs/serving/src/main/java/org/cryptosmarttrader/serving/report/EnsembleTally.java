package org.cryptosmarttrader.serving.report;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.TickGrid;

/** What the members of a horizon said together. */
final class EnsembleTally {

    private final ProbabilityRows rows;
    private final SortedMap<Long, Long> verdicts = new TreeMap<>();
    private long issued;
    private long abstained;
    private double agreement;

    EnsembleTally(Horizon horizon, TickGrid grid) {
        this.rows = new ProbabilityRows(horizon, grid);
    }

    /**
     * @param probability NaN if they abstained
     * @param agreeing part of the voters' weight on its side; NaN if they abstained
     */
    void issue(long decision, double probability, double agreeing) {
        verdicts.merge(decision, 1L, Long::sum);
        issued++;
        if (Double.isNaN(probability)) {
            abstained++;
        } else {
            agreement += agreeing;
        }
    }

    void mature(long decision, double probability, double climatology, double outcome) {
        rows.add(decision, probability, climatology, outcome);
    }

    /** Number of verdicts by decision. */
    SortedMap<Long, Long> verdicts() {
        return verdicts;
    }

    /** Ends the collection. */
    MembersReport.Ensemble report() {
        return new MembersReport.Ensemble(
                issued,
                issued == 0 ? null : (double) abstained / issued,
                issued == abstained ? null : agreement / (issued - abstained),
                rows.scores());
    }
}
