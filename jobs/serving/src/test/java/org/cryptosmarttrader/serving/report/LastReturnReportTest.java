package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.report.OutcomeScores.Column;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The worth of the last return")
class LastReturnReportTest {

    private static final TickGrid GRID = new TickGrid(TickGrid.HOUR, 5_000);

    private final OutcomeScores scores = new OutcomeScores(Horizon.parse("1h"), GRID);

    private void outcome(int hour, double lastReturn, double outcome) {
        double[] row = new double[Column.values().length];
        Arrays.fill(row, Double.NaN);
        row[Column.LAST_RETURN.ordinal()] = lastReturn;
        row[Column.OUTCOME.ordinal()] = outcome;
        row[Column.UP.ordinal()] = outcome > 0 ? 1 : 0;
        scores.add(GRID.tick(hour), row);
    }

    @Test
    void is_that_of_a_forecast_that_says_it_comes_again() {
        // four outcomes: rises after 1 and 3, falls after 2 and 0; of the four pairs of a rise and a fall 3 are in
        // order
        outcome(0, 0.01, 0.02);
        outcome(1, 0.03, 0.01);
        outcome(2, 0.02, -0.01);
        outcome(3, 0.00, -0.02);
        outcome(4, Double.NaN, 0.5);

        LastReturnReport report = LastReturnReport.of(scores.table());

        assertThat(report.outcomes()).isEqualTo(4);
        assertThat(report.auc()).isEqualTo(0.75);
        // ranks 2 4 3 1 and 4 3 2 1: 1 − 6 (4 + 1 + 1 + 0) / (4 · 15) = 0.4
        assertThat(report.pooledIc()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void is_not_known_of_a_run_that_does_not_tell_returns() {
        outcome(0, Double.NaN, 0.02);

        LastReturnReport report = LastReturnReport.of(scores.table());

        assertThat(report.auc()).isNull();
        assertThat(report.unmeasured().get("auc")).startsWith("no outcome has a return known");
    }
}
