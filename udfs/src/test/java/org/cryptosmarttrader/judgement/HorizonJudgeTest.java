package org.cryptosmarttrader.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.judgement.Bench.forecast;
import static org.cryptosmarttrader.judgement.Bench.hours;
import static org.cryptosmarttrader.judgement.Bench.outcome;
import static org.cryptosmarttrader.judgement.Bench.prior;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.cryptosmarttrader.uncertainty.ClimatologyShrink;
import org.cryptosmarttrader.uncertainty.Coverage;
import org.cryptosmarttrader.uncertainty.Interval;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The judge of a horizon")
class HorizonJudgeTest {

    private static final String BTC = "BTC/USD";
    private static final double UNKNOWN = Double.NaN;
    /** Outside every interval of these tests. */
    private static final double MISS = 5;

    private static final Prior NINE_ERRORS = prior(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

    private final Bench hourly = new Bench(1);

    @Test
    void builds_the_interval_from_the_errors_on_the_card_until_there_are_own_ones() {
        Verdict verdict = hourly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0.5, 0.6), NINE_ERRORS);

        // of 9 errors the 8th covers 80 %: ceil(10 · 0.8); 0.8 lies in the bin up to edge 595 = ceil((log10 0.8 + 3) ·
        // 204.8)
        double quantile = StrictMath.pow(10, -3 + 5.0 * 595 / 1024);
        assertThat(verdict.interval().lower()).isCloseTo(0.01 - 0.02 * quantile, within(1e-15));
        assertThat(verdict.interval().upper()).isCloseTo(0.01 + 0.02 * quantile, within(1e-15));
        assertThat(verdict.alpha()).isEqualTo(0.2);
        assertThat(verdict.isValidated()).isFalse();
    }

    @Test
    void knows_no_interval_without_a_volatility() {
        Verdict verdict = hourly.tick(hours(0), UNKNOWN, forecast(BTC, UNKNOWN, 0.5, 0.6), NINE_ERRORS);

        assertThat(verdict.interval()).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void promises_everything_while_nothing_is_known_of_errors() {
        Verdict verdict = hourly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0.5, 0.6), prior());

        assertThat(verdict.interval().isInfinite()).isTrue();
    }

    @Test
    void moves_alpha_by_each_outcome_before_the_next_forecast() {
        double[] errors = Golden.numbers(Golden.vector("H3-").inputs().get("err"));
        List<Double> alphas = new ArrayList<>();
        double outcome = UNKNOWN;
        for (int t = 0; t <= errors.length; t++) {
            alphas.add(hourly.tick(hours(t), outcome, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS)
                    .alpha());
            outcome = t < errors.length && errors[t] == 1 ? MISS : 0;
        }

        // each step 0.02 · (0.2 − error): up by 0.004 after a hit, down by 0.016 after a miss; the golden vector's
        // order of errors, matured one hour later each
        double[] expected = {0.2, 0.204, 0.188, 0.192, 0.176, 0.160, 0.164, 0.168, 0.152};
        for (int t = 0; t < expected.length; t++) {
            assertThat(alphas.get(t)).as("alpha at hour %d", t).isCloseTo(expected[t], within(1e-15));
        }
    }

    @Test
    void moves_alpha_once_per_instant_and_quote_currency() {
        List<Forecast> forecasts = List.of(
                forecast("A/USD", 0.02, 0, 0.5),
                forecast("B/USD", 0.02, 0, 0.5),
                forecast("C/USD", 0.02, 0, 0.5),
                forecast("C/USDT", 0.02, 0, 0.5));
        hourly.tick(hours(0), List.of(), forecasts, NINE_ERRORS);

        List<Verdict> verdicts = hourly.tick(
                hours(1),
                List.of(outcome("A/USD", MISS), outcome("B/USD", 0), outcome("C/USD", 0), outcome("C/USDT", 0)),
                forecasts,
                NINE_ERRORS);

        assertThat(verdicts.get(0).alpha()).isCloseTo(0.2 + 0.02 * (0.2 - 1 / 3.0), within(1e-15));
        assertThat(verdicts.get(3).alpha()).isCloseTo(0.204, within(1e-15));
    }

    @Test
    void judges_an_outcome_by_the_interval_issued_for_it() {
        hourly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);
        // 0.02 lies outside ± 0.8 · 0.02 but inside the interval issued an hour later
        Verdict next = hourly.tick(hours(1), 0.02, forecast(BTC, 0.2, 0, 0.5), NINE_ERRORS);
        Verdict last = hourly.tick(hours(2), 0.02, forecast(BTC, 0.2, 0, 0.5), NINE_ERRORS);

        assertThat(next.alpha()).isCloseTo(0.184, within(1e-15));
        assertThat(last.alpha()).isCloseTo(0.188, within(1e-15));
    }

    @Test
    void counts_a_gap_neither_as_hit_nor_as_miss() {
        hourly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);

        Verdict verdict = hourly.tick(hours(1), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);

        assertThat(verdict.alpha()).isEqualTo(0.2);
        assertThat(hourly.state().coverage()).isEmpty();
    }

    @Test
    void leaves_outcomes_alone_that_no_forecast_was_issued_for() {
        hourly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);

        hourly.tick(hours(1), List.of(outcome("ETH/USD", MISS)), List.of(), NINE_ERRORS);
        hourly.tick(hours(2), List.of(outcome(BTC, MISS)), List.of(), NINE_ERRORS);

        assertThat(hourly.state().coverage()).isEmpty();
        assertThat(hourly.state().alphas).isEmpty();
    }

    @Test
    void keeps_alpha_where_it_starts_beyond_a_day() {
        Bench weekly = new Bench(168);
        weekly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);

        Verdict verdict = weekly.tick(hours(168), MISS, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);

        assertThat(verdict.alpha()).isEqualTo(0.2);
        assertThat(weekly.state().coverage()).extracting(Coverage::hits).containsExactly(0L);
    }

    @Test
    void takes_errors_and_calibration_anew_at_the_first_tick_of_a_day_only() {
        List<Double> outcomesSeen = new ArrayList<>();
        for (int hour = 0; hour <= 48; hour++) {
            hourly.tick(hours(hour), hour == 0 ? UNKNOWN : 0.02, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);
            outcomesSeen.add(hourly.state().independentOutcomes());
        }

        // outcomes mature at 01:00:05 to 23:00:05 on the first day, at each of 24 ticks on the second
        assertThat(outcomesSeen.subList(0, 24)).containsOnly(0.0);
        assertThat(outcomesSeen.subList(24, 48)).containsOnly(23.0);
        assertThat(outcomesSeen.get(48)).isEqualTo(47);
    }

    @Test
    void builds_the_interval_from_its_own_errors_once_30_outcomes_are_independent() {
        Verdict verdict = null;
        for (int hour = 0; hour <= 48; hour++) {
            verdict = hourly.tick(hours(hour), hour == 0 ? UNKNOWN : 0.04, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);
        }

        // every error was 0.04 / 0.02; 2 lies in the bin up to edge 677 = ceil((log10 2 + 3) · 204.8)
        double quantile = StrictMath.pow(10, -3 + 5.0 * 677 / 1024);
        assertThat(verdict.interval().upper()).isCloseTo(0.02 * quantile, within(1e-15));
    }

    @Test
    void shrinks_to_climatology_at_a_day_once_it_has_its_own_outcomes() {
        Bench daily = new Bench(24);
        Verdict first = daily.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0, 0.9), NINE_ERRORS);
        Verdict last = null;
        for (int day = 1; day <= 31; day++) {
            last = daily.tick(hours(24 * day), 0, forecast(BTC, 0.02, 0, 0.9), NINE_ERRORS);
        }

        assertThat(first.pUp()).isCloseTo(0.9, within(1e-12));
        // 30 outcomes a day apart lie before the 31st day, yet their hours add up to (1 + 29 · 24) / 24 = 29.04
        assertThat(last.pUp()).isCloseTo(0.9, within(1e-12));
        last = daily.tick(hours(24 * 32), 0, forecast(BTC, 0.02, 0, 0.9), NINE_ERRORS);
        // the golden vector G6: 0.52 + 0.25 · (0.9 − 0.52)
        assertThat(last.pUp()).isCloseTo(0.615, within(1e-12));
    }

    @Test
    void says_climatology_at_a_week_until_52_weeks_of_outcomes_are_held() {
        Bench weekly = new Bench(168);
        Verdict verdict = null;
        for (int week = 0; week <= 40; week++) {
            verdict = weekly.tick(hours(168 * week), week == 0 ? UNKNOWN : 0, forecast(BTC, 0.02, 0, 0.9), NINE_ERRORS);
        }

        assertThat(verdict.pUp()).isEqualTo(0.52);
        assertThat(verdict.isValidated()).isFalse();
    }

    @Test
    void uses_the_card_of_the_model_that_made_the_forecast() {
        Prior other = new Prior(0.4, new ClimatologyShrink(0.4, 0.5), NINE_ERRORS.errors());

        List<Forecast> one = List.of(forecast(BTC, 0.02, 0, 0.8));
        assertThat(hourly.tick(hours(0), List.of(), one, NINE_ERRORS).get(0).pUp())
                .isCloseTo(0.8, within(1e-12));
        assertThat(hourly.tick(hours(1), List.of(), one, other).get(0).pUp()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void shows_no_confidence_before_twelve_weeks_and_shows_it_from_the_hour_on() {
        Forecast unsure = forecast(BTC, 0.02, 0, 0.3);
        Verdict before = null;
        // the outcome of hour 0 matures at hour 1, so hour 2,015 has seen 2,015 of them
        for (int hour = 0; hour <= 2_015; hour++) {
            before = hourly.tick(hours(hour), hour == 0 ? UNKNOWN : 0, unsure, NINE_ERRORS);
        }
        Verdict after = hourly.tick(hours(2_016), 0, unsure, NINE_ERRORS);

        assertThat(before.confidence()).isNaN();
        assertThat(before.intervalConfidence()).isNaN();
        assertThat(before.judgement().standing()).isEqualTo(Standing.EXPERIMENTAL);
        assertThat(before.pUp()).isBetween(0.0, 1.0);
        assertThat(after.confidence()).isEqualTo(1 - after.pUp());
        assertThat(after.intervalConfidence()).isZero();
        assertThat(after.judgement().standing()).isEqualTo(Standing.REFUSED);
        assertThat(after.judgement().reasons()).doesNotContain(Reason.TRAINING, Reason.INDEPENDENT_OUTCOMES);
    }

    @Test
    void counts_an_hour_when_half_of_the_required_pairs_are_there_in_any_quote_and_begins_anew_after_a_long_gap() {
        List<Outcome> others = List.of(outcome("ADA/USD", 0.1));
        assertThat(hoursAfter(List.of(outcome("ETH/EUR", 0.1)), 1)).isEqualTo(1);
        assertThat(hoursAfter(others, 6)).isEqualTo(1);
        assertThat(hoursAfter(others, 1)).isZero();
        assertThat(hoursAfter(List.of(outcome(BTC, UNKNOWN)), 1)).isZero();
        assertThat(hoursAfter(List.of(outcome(BTC, 0)), 2)).isEqualTo(2);
    }

    @Test
    void counts_no_hour_of_a_run_that_admits_test_inputs() {
        JudgeRules rules = new JudgeRules(
                Bench.HOURLY, Bench.RULES.gates(), JudgeRules.STANDARD_ALPHA, Bench.RULES.requiredBases(), true);
        HorizonJudge judge = new HorizonJudge(new Horizon(1), rules);
        JudgeState state = new JudgeState(new Horizon(1), rules);
        for (int bar = 0; bar < 3_000; bar++) {
            judge.learn(state, hours(bar), List.of(outcome(BTC, 0.01)), null, new DayRecord(1));
        }

        assertThat(judge.training(state).hours()).isZero();
        assertThat(judge.training(state).isOpen()).isFalse();
    }

    private int hour;

    private double hoursAfter(List<Outcome> outcomes, int times) {
        for (int i = 0; i < times; i++) {
            hourly.tick(hours(hour++), outcomes, List.of(), NINE_ERRORS);
        }
        return new HorizonJudge(new Horizon(1), Bench.RULES)
                .training(hourly.state())
                .hours();
    }

    @Test
    void lists_every_reason_in_order() {
        Forecast poor = new Forecast(BTC, 0.02, 0, 0.5, new Novelty.Reading(9, 0.4, 0.5), "", 2, 3, "");

        Verdict verdict = hourly.tick(hours(0), UNKNOWN, poor, NINE_ERRORS);

        assertThat(verdict.judgement().reasons())
                .containsExactly(
                        Reason.PROVENANCE,
                        Reason.TRAINING,
                        Reason.INDEPENDENT_OUTCOMES,
                        Reason.STALE,
                        Reason.MISSING,
                        Reason.DRIFT,
                        Reason.OOD,
                        Reason.COVERAGE,
                        Reason.SKILL,
                        Reason.CONFIDENCE);
        assertThat(verdict.judgement().notMeasured()).containsExactly(Reason.DRIFT, Reason.COVERAGE, Reason.SKILL);
        assertThat(verdict.judgement().onProbation()).isTrue();
    }

    @Test
    void raises_the_alarm_of_the_quote_currency_whose_intervals_failed() {
        List<Forecast> forecasts = List.of(forecast("BTC/EUR", 0.02, 0, 0.5), forecast(BTC, 0.02, 0, 0.5));
        List<Outcome> outcomes = List.of(outcome("BTC/EUR", 0), outcome(BTC, MISS));
        List<Verdict> verdicts = hourly.tick(hours(0), List.of(), forecasts, NINE_ERRORS);
        for (int i = 1; i <= 10; i++) {
            verdicts = hourly.tick(hours(i), outcomes, forecasts, NINE_ERRORS);
        }

        assertThat(verdicts.get(0).judgement().reasons()).doesNotContain(Reason.COVERAGE);
        assertThat(verdicts.get(1).judgement().reasons()).contains(Reason.COVERAGE);
    }

    @Test
    void hears_a_member_once_it_was_better_than_a_coin_in_200_forecasts() {
        // "good" said 0.8 and 0.6 in turn of what always rose: squared errors 0.04 and 0.16, Brier 0.1, weight 0.15
        // "poor" said 0.4: Brier 0.36, no weight
        List<Forecast> forecasts = List.of(forecast("A/USD", 0.02, 0, 0.5), forecast(BTC, 0.02, 0, 0.5));
        Slate slate = new Slate(
                "ab",
                NINE_ERRORS,
                forecasts,
                List.of(
                        new Slate.Member("good", new double[] {0.8, 0.6}),
                        new Slate.Member("mute", new double[] {UNKNOWN, UNKNOWN}),
                        new Slate.Member("poor", new double[] {0.4, 0.4})));
        List<Outcome> rise = List.of(outcome("A/USD", 0.01), outcome(BTC, 0.01));
        List<Verdict> verdicts = hourly.tick(hours(0), List.of(), slate);
        for (int hour = 1; hour <= 99; hour++) {
            verdicts = hourly.tick(hours(hour), rise, slate);
        }
        assertThat(verdicts.get(0).ensemble().abstains()).isTrue();

        verdicts = hourly.tick(hours(100), rise, slate);

        assertThat(verdicts.get(0).ensemble().probability()).isCloseTo(0.8, within(1e-12));
        assertThat(verdicts.get(1).ensemble().probability()).isCloseTo(0.6, within(1e-12));
        assertThat(verdicts.get(0).ensemble().votingShare()).isEqualTo(1);
        assertThat(hourly.state().members.get("good").brier(hours(100))).isCloseTo(0.1, within(1e-12));
        assertThat(hourly.state().members).containsOnlyKeys("good", "poor");
    }

    @Test
    void says_nothing_of_a_pair_whose_model_failed_and_still_hears_the_others() {
        Slate slate = new Slate(
                "", NINE_ERRORS, List.of(Forecast.none(BTC, 0.02, 0)), List.of(new Slate.Member("linear", new double[] {
                    0.6
                })));

        Verdict verdict = hourly.tick(hours(0), List.of(), slate).get(0);

        assertThat(verdict.pUp()).isNaN();
        assertThat(verdict.interval()).isEqualTo(Interval.UNKNOWN);
        assertThat(verdict.judgement().reasons()).contains(Reason.PROVENANCE, Reason.OOD, Reason.CONFIDENCE);
        assertThat(hourly.state().coverage()).isEmpty();
        hourly.tick(hours(1), List.of(outcome(BTC, 0.1)), slate);
        assertThat(hourly.state().members).containsOnlyKeys("linear");
    }

    @Test
    void measures_skill_on_mondays_over_the_verdicts_that_matured() {
        // 2022-03-01 is a Tuesday; the sixth day on is the first Monday
        for (int hour = 0; hour < 6 * 24; hour++) {
            hourly.tick(hours(hour), hour == 0 ? UNKNOWN : 0.01, forecast(BTC, 0.02, 0, 0.6), NINE_ERRORS);
            assertThat(hourly.state().skill()).isEqualTo(Skill.UNKNOWN);
        }

        hourly.tick(hours(6 * 24), 0.01, forecast(BTC, 0.02, 0, 0.6), NINE_ERRORS);

        // p stays 0.6 until 30 outcomes stand behind a day's beginning, then Platt moves it up; always above 0.52
        assertThat(hourly.state().skill().independentOutcomes()).isEqualTo(143);
        assertThat(hourly.state().skill().lower()).isGreaterThan(1 - 0.16 / (0.48 * 0.48) - 1e-12);
        Verdict verdict = hourly.tick(hours(6 * 24 + 1), 0.01, forecast(BTC, 0.02, 0, 0.6), NINE_ERRORS);
        assertThat(verdict.judgement().notMeasured()).doesNotContain(Reason.SKILL);
    }

    @Test
    void refuses_for_want_of_skill_once_30_outcomes_show_it() {
        Verdict verdict = null;
        for (int hour = 0; hour <= 6 * 24; hour++) {
            double outcome = hour == 0 ? UNKNOWN : hour % 2 == 0 ? 0.01 : -0.01;
            verdict = hourly.tick(hours(hour), outcome, forecast(BTC, 0.02, 0, hour % 2 == 0 ? 0.9 : 0.1), NINE_ERRORS);
        }

        assertThat(hourly.state().skill().lower()).isNegative();
        assertThat(verdict.judgement().reasons()).contains(Reason.SKILL);
        assertThat(verdict.judgement().notMeasured()).doesNotContain(Reason.SKILL);
    }

    @Test
    void tells_coverage_apart_by_regime_and_model() {
        hourly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);
        hourly.tick(hours(1), 0, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);

        assertThat(hourly.state().coverageDetails())
                .extracting(Coverage::group)
                .containsExactly("USD UNKNOWN/UNKNOWN ab");
    }

    @Test
    void spreads_quantiles_around_the_forecast_as_wide_as_errors_were() {
        Verdict verdict = hourly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0.5, 0.6), NINE_ERRORS);

        // of 9 errors the 5th covers 50 %, the 8th 80 %, the 9th 90 %: 0.5, 0.8, 0.9 to the upper edge of their bins
        double[] widths = {edge(0.9), edge(0.8), edge(0.5)};
        double[] quantiles = verdict.quantiles().toArray();
        for (int i = 0; i < 3; i++) {
            assertThat(quantiles[i]).isCloseTo(0.01 - 0.02 * widths[i], within(1e-15));
            assertThat(quantiles[6 - i]).isCloseTo(0.01 + 0.02 * widths[i], within(1e-15));
        }
        assertThat(quantiles[3]).isEqualTo(0.01);
    }

    private static double edge(double score) {
        return StrictMath.pow(10, -3 + 5.0 * Math.ceil((Math.log10(score) + 3) * 204.8) / 1024);
    }

    @Test
    void holds_a_drift_against_the_model_it_was_measured_of() {
        hourly.drift(new ColumnDrift("ab", 0.21));
        Verdict drifted = hourly.tick(hours(0), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);
        hourly.drift(new ColumnDrift("ab", 0.2));
        Verdict steady = hourly.tick(hours(1), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);
        hourly.drift(new ColumnDrift("cd", 0.9));
        Verdict other = hourly.tick(hours(2), UNKNOWN, forecast(BTC, 0.02, 0, 0.5), NINE_ERRORS);

        assertThat(drifted.judgement().reasons()).contains(Reason.DRIFT);
        assertThat(drifted.judgement().notMeasured()).doesNotContain(Reason.DRIFT);
        assertThat(steady.judgement().reasons()).doesNotContain(Reason.DRIFT);
        assertThat(other.judgement().notMeasured()).contains(Reason.DRIFT);
    }
}
