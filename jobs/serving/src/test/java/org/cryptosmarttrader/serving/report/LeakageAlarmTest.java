package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.report.OutcomeScores.Column;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The leakage alarm")
class LeakageAlarmTest {

    private static final TickGrid GRID = new TickGrid(TickGrid.HOUR, 5_000);

    /** Forecasts that know so much of the outcome, one pair, a decision each so many hours. */
    private static SkillReport skill(String horizon, int outcomes, double knowledge) {
        SplittableRandom random = new SplittableRandom(3);
        OutcomeScores scores = new OutcomeScores(Horizon.parse(horizon), GRID);
        for (int i = 0; i < outcomes; i++) {
            double outcome = random.nextDouble() - 0.5;
            double forecast = knowledge * outcome + (1 - Math.abs(knowledge)) * (random.nextDouble() - 0.5);
            double[] row = new double[Column.values().length];
            row[Column.PROBABILITY.ordinal()] = 0.5 + forecast / 2;
            row[Column.CLIMATOLOGY.ordinal()] = 0.5;
            row[Column.UP.ordinal()] = outcome > 0 ? 1 : 0;
            row[Column.EXPECTED.ordinal()] = forecast;
            row[Column.OUTCOME.ordinal()] = outcome;
            scores.add(GRID.tick(i), row);
        }
        return SkillReport.of(scores.table());
    }

    @Test
    void sounds_for_an_area_that_no_honest_forecast_reaches_in_a_day() {
        assertThat(LeakageAlarm.of("24h", skill("24h", 5_000, 0.5), 400).orElseThrow())
                .startsWith("24h: area under the ROC curve 0.")
                .contains("is beyond 0.58", "look for a leak");
    }

    @ParameterizedTest
    @CsvSource({"168h, 52, 0.15", "720h, 12, 0.30"})
    void sounds_for_a_correlation_that_none_reaches_in_a_week_or_a_month(
            String horizon, double independent, String limit) {
        assertThat(LeakageAlarm.of(horizon, skill(horizon, 5_000, 0.5), independent)
                        .orElseThrow())
                .startsWith(horizon + ": rank correlation 0.")
                .contains("is beyond " + limit);
        assertThat(LeakageAlarm.of(horizon, skill(horizon, 5_000, -1), independent))
                .as("a forecast that is always wrong knows the future as well")
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1h, 9000", "24h, 400", "168h, 52", "720h, 12"})
    void is_silent_where_forecasts_know_nothing(String horizon, double independent) {
        assertThat(LeakageAlarm.of(horizon, skill(horizon, 5_000, 0), independent))
                .isEmpty();
    }

    @Test
    void is_silent_at_an_hour_for_which_no_limit_is_declared() {
        assertThat(LeakageAlarm.of("1h", skill("1h", 5_000, 0.9), 9_000)).isEmpty();
    }

    @Test
    void asks_for_the_near_end_of_the_interval_in_a_shorter_run() {
        SkillReport blatant = skill("24h", 5_000, 0.9);
        SkillReport slight = skill("24h", 300, 0.18);

        assertThat(slight.auc()).isGreaterThan(0.58);
        assertThat(slight.aucLower()).isLessThan(0.58);
        assertThat(LeakageAlarm.of("24h", slight, 299)).as("299 days").isEmpty();
        assertThat(LeakageAlarm.of("24h", slight, 300)).as("300 days").isPresent();
        assertThat(LeakageAlarm.of("24h", blatant, 30)).isPresent();
    }

    @Test
    void says_nothing_of_a_few_outcomes_whatever_they_show() {
        assertThat(LeakageAlarm.of("24h", skill("24h", 5_000, 1), 29.9)).isEmpty();
        assertThat(LeakageAlarm.of("720h", skill("720h", 5_000, 1), 9.9)).isEmpty();
    }

    @Test
    void says_nothing_where_nothing_has_matured() {
        SkillReport none = SkillReport.of(new OutcomeScores(Horizon.parse("24h"), GRID).table());

        assertThat(none.auc()).isNull();
        assertThat(LeakageAlarm.of("24h", none, 400)).isEmpty();
    }
}
