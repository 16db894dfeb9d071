package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A walk-forward")
class WalkForwardTest {

    private static final long DAYS_28 = 28 * TickGrid.DAY;
    private static final long WEEKS_12 = 84 * TickGrid.DAY;

    @Test
    void places_its_blocks_a_horizon_and_an_embargo_apart() {
        Fold first = walkForward("2022-01-01T00:00:00Z", "2022-03-01T00:00:00Z", 24)
                .folds()
                .get(0);

        assertThat(at(first.asOf())).isEqualTo("2021-12-31T23:00:00Z");
        assertThat(at(first.availableFrom())).isEqualTo("2022-01-01T00:00:00Z");
        // as of − 24 h − 24 h
        assertThat(at(first.lastCalibration())).isEqualTo("2021-12-29T23:00:00Z");
        // 12 weeks before that
        assertThat(at(first.calibrationAfter())).isEqualTo("2021-10-06T23:00:00Z");
        // and the same purge and embargo again
        assertThat(at(first.lastTraining())).isEqualTo("2021-10-04T23:00:00Z");
        assertThat(at(first.testUntil())).isEqualTo("2022-01-29T00:00:00Z");
    }

    @Test
    void refits_at_each_interval_that_begins_before_the_end() {
        List<Fold> folds =
                walkForward("2022-01-01T00:00:00Z", "2022-03-01T00:00:00Z", 1).folds();

        assertThat(folds.stream().map(fold -> at(fold.asOf())))
                .containsExactly("2021-12-31T23:00:00Z", "2022-01-28T23:00:00Z", "2022-02-25T23:00:00Z");
        assertThat(at(folds.get(2).testUntil())).isEqualTo("2022-03-01T00:00:00.001Z");
    }

    @Test
    void does_not_refit_for_the_last_instant_alone() {
        List<Fold> folds =
                walkForward("2022-01-01T00:00:00Z", "2022-01-29T00:00:00Z", 1).folds();

        assertThat(folds).hasSize(1);
        assertThat(folds.get(0).isTest(instant("2022-01-29T00:00:00Z"))).isTrue();
    }

    @ParameterizedTest(name = "{0} h")
    @ValueSource(ints = {1, 24, 168, 720})
    void tests_every_decision_of_the_period_once_and_learns_nothing_from_it(int hours) {
        WalkForward walkForward = walkForward("2022-01-01T00:00:00Z", "2022-04-01T06:00:00Z", hours);
        List<Fold> folds = walkForward.folds();
        long horizon = new Horizon(hours).millis();

        for (long bar = walkForward.from() / TickGrid.HOUR - 24 * 200;
                bar <= walkForward.until() / TickGrid.HOUR;
                bar++) {
            long decision = bar * TickGrid.HOUR + 5_000;
            boolean isTested = decision >= walkForward.from() && decision <= walkForward.until();
            long tested = folds.stream().filter(fold -> fold.isTest(decision)).count();

            assertThat(tested).as(at(decision)).isEqualTo(isTested ? 1 : 0);
            for (Fold fold : folds) {
                int roles = (fold.isTraining(decision) ? 1 : 0)
                        + (fold.isCalibration(decision) ? 1 : 0)
                        + (fold.isTest(decision) ? 1 : 0);
                assertThat(roles).isLessThanOrEqualTo(1);
                if (fold.isTraining(decision)) {
                    assertThat(decision + horizon + TickGrid.DAY).isLessThanOrEqualTo(fold.calibrationAfter());
                }
                if (fold.isCalibration(decision)) {
                    assertThat(decision + horizon + TickGrid.DAY).isLessThanOrEqualTo(fold.asOf());
                }
            }
        }
    }

    @Test
    void calibrates_on_as_many_decisions_as_its_window_has_hours() {
        Fold fold = walkForward("2022-01-01T00:00:00Z", "2022-03-01T00:00:00Z", 168)
                .folds()
                .get(1);

        long decisions = 0;
        for (long tick = fold.asOf() - 2 * WEEKS_12 + 5_000; tick < fold.asOf(); tick += TickGrid.HOUR) {
            decisions += fold.isCalibration(tick) ? 1 : 0;
        }
        assertThat(decisions).isEqualTo(12 * 168);
    }

    @Test
    void holds_its_boundaries_to_the_millisecond() {
        Fold fold = new Fold(90, 100, 10, 20, 30, 200);

        assertThat(fold.isTraining(10)).isTrue();
        assertThat(fold.isTraining(11)).isFalse();
        assertThat(fold.isCalibration(20)).isFalse();
        assertThat(fold.isCalibration(21)).isTrue();
        assertThat(fold.isCalibration(30)).isTrue();
        assertThat(fold.isCalibration(31)).isFalse();
        assertThat(fold.isTest(99)).isFalse();
        assertThat(fold.isTest(100)).isTrue();
        assertThat(fold.isTest(199)).isTrue();
        assertThat(fold.isTest(200)).isFalse();
    }

    @Test
    void needs_a_period_and_lengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> walkForward("2022-01-01T00:00:00Z", "2022-01-01T00:00:00Z", 1))
                .withMessageContaining("expected a later end");
        Horizon hour = new Horizon(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new WalkForward(0, 1, 0, hour, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WalkForward(0, 1, DAYS_28, hour, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WalkForward(0, 1, DAYS_28, hour, 0, -1));
    }

    private static WalkForward walkForward(String from, String until, int hours) {
        return new WalkForward(
                instant(from),
                instant(until),
                Duration.ofDays(28).toMillis(),
                new Horizon(hours),
                WEEKS_12,
                WalkForward.EMBARGO);
    }

    private static long instant(String text) {
        return Instant.parse(text).toEpochMilli();
    }

    private static String at(long instant) {
        return Instant.ofEpochMilli(instant).toString();
    }
}
