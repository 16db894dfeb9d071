package org.cryptosmarttrader.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.judgement.Bench.forecast;
import static org.cryptosmarttrader.judgement.Bench.hours;
import static org.cryptosmarttrader.judgement.Bench.prior;

import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.uncertainty.Interval;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The judge of a statement beside the direction")
class StatementJudgeTest {

    private static final Prior PRIOR = prior(0.5);
    private static final Forecast SURE = forecast("BTC/USD", 0.02, 3, 0.95).withoutReturn();
    private static final double TRUE = 1;
    private static final double FALSE = -1;
    private static final double UNKNOWN = Double.NaN;
    private static final int TWELVE_WEEKS = 2_016;

    private final Bench hourly = Bench.ofStatement(1);
    private Verdict verdict;
    private int hour;

    private void forecastFor(int hours, double outcome) {
        for (int until = hour + hours; hour < until; hour++) {
            verdict = hourly.tick(hours(hour), hour == 0 ? UNKNOWN : outcome, SURE, PRIOR);
        }
    }

    @Test
    void promises_no_interval_and_keeps_no_ledger() {
        forecastFor(50, TRUE);

        assertThat(verdict.interval()).isEqualTo(Interval.UNKNOWN);
        assertThat(verdict.alpha()).isEqualTo(0.2);
        assertThat(hourly.state().coverage()).isEmpty();
        assertThat(hourly.state().coverageDetails()).isEmpty();
        assertThat(verdict.judgement().reasons()).doesNotContain(Reason.COVERAGE);
    }

    @Test
    void learns_from_what_came_true_as_from_rises() {
        forecastFor(TWELVE_WEEKS, TRUE);
        double borneOut = verdict.pUp();
        forecastFor(TWELVE_WEEKS, FALSE);

        assertThat(borneOut).isGreaterThan(0.95);
        assertThat(verdict.pUp()).isLessThan(0.05);
    }

    @Test
    void counts_hours_whose_statement_was_answered_towards_the_training_gate() {
        forecastFor(TWELVE_WEEKS, TRUE);
        assertThat(verdict.judgement().standing()).isEqualTo(Standing.EXPERIMENTAL);
        forecastFor(1, TRUE);
        assertThat(verdict.judgement().standing()).isNotEqualTo(Standing.EXPERIMENTAL);
        forecastFor(8, UNKNOWN);

        // seven hours without an answer are more than a gap that is bridged
        assertThat(verdict.judgement().standing()).isEqualTo(Standing.EXPERIMENTAL);
        assertThat(verdict.confidence()).isNaN();
    }

    @Test
    void puts_those_that_pass_on_probation_until_30_were_right_more_often_than_not() {
        passTheTrainingGate();
        assertThat(verdict.judgement().standing()).isEqualTo(Standing.PROBATION);
        assertThat(verdict.confidence()).isEqualTo(verdict.pUp());

        forecastFor(30, TRUE);
        assertThat(verdict.judgement().standing()).isEqualTo(Standing.PASSED);
        assertThat(verdict.judgement().reasons()).isEmpty();
    }

    @Test
    void refuses_them_once_they_were_not_reliably_right() {
        passTheTrainingGate();
        forecastFor(40, FALSE);

        // the calibration window still holds eleven weeks that bore the forecasts out
        assertThat(verdict.pUp()).isGreaterThan(0.8);
        assertThat(verdict.judgement().reasons()).containsExactly(Reason.HITRATE);
    }

    @Test
    void remembers_all_of_it_across_a_restart() {
        passTheTrainingGate();
        forecastFor(40, FALSE);
        Verdict again = hourly.restarted().tick(hours(hour), FALSE, SURE, PRIOR);
        forecastFor(1, FALSE);

        assertThat(again.pUp()).isCloseTo(verdict.pUp(), within(0.0));
        assertThat(again.judgement()).isEqualTo(verdict.judgement());
    }

    private void passTheTrainingGate() {
        hourly.drift(new ColumnDrift("ab", 0.1));
        forecastFor(TWELVE_WEEKS + 1, TRUE);
    }
}
