package org.cryptosmarttrader.prediction.stages;

import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.judgement.JudgeRules;
import org.cryptosmarttrader.judgement.JudgeState;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.uncertainty.Coverage;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;

/** What intervals promised and kept, as rows of the dataset. */
final class CoverageRowsOut {

    private static final int YEAR_AND_MONTH = "2022-03".length();

    private CoverageRowsOut() {}

    /** The rows of the month that the day before a tick belongs to: they may have grown since they were last written. */
    static RowBatch rows(long tick, Horizon horizon, JudgeState state, JudgeRules rules) {
        String month = UtcDays.date(UtcDays.dayOf(tick) - 1).substring(0, YEAR_AND_MONTH);
        RowBuilder rows = new RowBuilder(Datasets.COVERAGE);
        for (Coverage row : state.coverageDetails()) {
            if (row.month().equals(month)) {
                String[] group = row.group().split(" ", -1);
                rows.row()
                        .set(0, tick)
                        .set(1, horizon.label())
                        .set(2, row.month())
                        .set(3, group[0])
                        .set(4, group[1])
                        .set(5, group[2])
                        .set(6, row.n())
                        .set(7, row.hits())
                        .set(8, 1 - rules.alpha())
                        .set(9, row.share())
                        .set(10, row.wilson().lower())
                        .set(11, row.wilson().upper())
                        .set(12, row.independentOutcomes())
                        .set(13, row.meanWidth())
                        .set(14, row.infinite());
            }
        }
        return rows.build();
    }
}
