package org.cryptosmarttrader.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.judgement.Bench.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.gates.Judgement;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.uncertainty.Ensemble;
import org.cryptosmarttrader.uncertainty.Interval;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Records a judgement rests on")
class RecordsTest {

    private static final Quantiles NO_QUANTILES = new Quantiles(0, 0, 0, 0, 0, 0, 0);

    private static final Judgement PASSED = new Judgement(List.of(), List.of(), false);
    private static final Judgement PROBATION = new Judgement(List.of(), List.of(), true);
    private static final Judgement REFUSED = new Judgement(List.of(Reason.CONFIDENCE), List.of(), false);

    @Test
    void of_hits_tell_the_share_that_was_right_among_outcomes_counted_in_time() {
        HitRecord hits = new HitRecord(24);
        assertThat(hits.rate()).isNaN();
        assertThat(hits.independentOutcomes()).isZero();

        for (int hour = 0; hour < 48; hour++) {
            hits.add(hour, hour % 4 != 0);
            hits.add(hour, true);
        }

        // 36 + 48 of 96; 48 hours hold two days whatever the number of pairs
        assertThat(hits.rate()).isEqualTo(84 / 96.0);
        assertThat(hits.independentOutcomes()).isEqualTo(2);
    }

    @Test
    void of_hits_survive_a_checkpoint_and_copies_share_nothing() {
        HitRecord hits = new HitRecord(1);
        hits.add(5, true);
        HitRecord copy = hits.copy();
        HitRecord restored = RoundTrip.of(hits::write, HitRecord::read);
        hits.add(6, false);

        assertThat(List.of(copy.rate(), restored.rate())).containsOnly(1.0);
        copy.add(6, false);
        restored.add(6, false);
        assertThat(RoundTrip.bytes(copy::write)).isEqualTo(RoundTrip.bytes(hits::write));
        assertThat(RoundTrip.bytes(restored::write)).isEqualTo(RoundTrip.bytes(hits::write));
    }

    @Test
    void of_days_add_up_to_those_of_their_window() {
        DayRecord whole = new DayRecord(24);
        List<DayRecord> days = List.of(new DayRecord(24), new DayRecord(24), new DayRecord(24));
        for (int hour = 0; hour < 72; hour++) {
            double probability = hour / 72.0;
            double error = hour / 10.0;
            days.get(hour / 24).add(hour, probability, error, hour % 3 == 0);
            whole.add(hour, probability, error, hour % 3 == 0);
        }

        DayRecord window = new DayRecord(24);
        days.forEach(window::addAll);

        assertThat(RoundTrip.bytes(window::write)).isEqualTo(RoundTrip.bytes(whole::write));
        assertThat(window.independentOutcomes()).isEqualTo(3);
        assertThat(window.errors().count()).isEqualTo(72);
        assertThat(window.outcomes().count()).isEqualTo(72);
    }

    @Test
    void of_days_count_an_outcome_whose_error_or_probability_is_missing_as_far_as_it_goes() {
        DayRecord day = new DayRecord(1);
        day.add(1, Double.NaN, 0.5, true);
        day.add(2, 0.5, Double.NaN, true);

        assertThat(day.outcomes().count()).isEqualTo(1);
        assertThat(day.errors().count()).isEqualTo(1);
        assertThat(day.independentOutcomes()).isEqualTo(2);
    }

    @Test
    void of_days_survive_a_checkpoint_and_copies_share_nothing() {
        DayRecord day = new DayRecord(1);
        day.add(1, 0.25, 0.5, true);
        DayRecord copy = day.copy();
        DayRecord restored = RoundTrip.of(day::write, DayRecord::read);
        day.add(2, 0.75, 5, false);

        assertThat(RoundTrip.bytes(copy::write)).isEqualTo(RoundTrip.bytes(restored::write));
        copy.add(2, 0.75, 5, false);
        assertThat(RoundTrip.bytes(copy::write)).isEqualTo(RoundTrip.bytes(day::write));
    }

    @Test
    void of_a_tick_are_found_by_pair_and_keep_what_outcomes_are_judged_by() {
        Issued issued = issued(List.of(verdict("ADA/USD", PASSED), verdict("BTC/USD", PROBATION)));

        int btc = issued.indexOf("BTC/USD");
        assertThat(issued.indexOf("ETH/USD")).isNegative();
        assertThat(issued.modelProbability(btc)).isEqualTo(0.7);
        assertThat(issued.probability(btc)).isEqualTo(0.65);
        assertThat(issued.interval(btc)).isEqualTo(new Interval(-0.01, 0.03));
        assertThat(issued.model()).isEqualTo("ab");
        assertThat(issued.climatology()).isEqualTo(0.52);
        assertThat(issued.regime(btc)).isEqualTo("HIGH/UP");
        assertThat(issued.members()).containsExactly("forest", "mute");
        assertThat(issued.vote(btc, 0)).isEqualTo(0.7);
        assertThat(issued.vote(btc, 1)).isNaN();
        // |0.05 − 0.5 · 0.02| / 0.02
        assertThat(issued.error(btc, 0.05)).isCloseTo(2, within(1e-12));
    }

    @Test
    void of_a_tick_count_probation_as_gated_so_that_a_record_can_grow() {
        Issued issued =
                issued(List.of(verdict("A/USD", PASSED), verdict("B/USD", PROBATION), verdict("C/USD", REFUSED)));

        assertThat(List.of(issued.isGated(0), issued.isGated(1), issued.isGated(2)))
                .containsExactly(true, true, false);
    }

    @Test
    void of_a_tick_know_no_error_where_volatility_is_missing_or_zero() {
        for (double sigma : new double[] {Double.NaN, 0}) {
            Verdict verdict = new Verdict(
                    forecast("A/USD", sigma, 0.5, 0.7),
                    0.65,
                    0.65,
                    0,
                    Interval.UNKNOWN,
                    0.2,
                    NO_QUANTILES,
                    false,
                    Ensemble.SILENT,
                    "",
                    PASSED);

            assertThat(issued(List.of(verdict)).error(0, 0.05)).isNaN();
        }
    }

    @Test
    void of_a_tick_survive_a_checkpoint_also_when_empty() {
        for (List<Verdict> verdicts :
                List.of(List.<Verdict>of(), List.of(verdict("ADA/USD", PASSED), verdict("BTC/USD", REFUSED)))) {
            Issued issued = issued(verdicts);

            Issued restored = RoundTrip.of(issued::write, Issued::read);

            assertThat(RoundTrip.bytes(restored::write)).isEqualTo(RoundTrip.bytes(issued::write));
        }
    }

    @Test
    void of_a_tick_refuse_pairs_out_of_order_which_would_not_be_found_again() {
        List<Verdict> verdicts = new ArrayList<>(List.of(verdict("BTC/USD", PASSED), verdict("ADA/USD", PASSED)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> issued(verdicts))
                .withMessageContaining("ADA/USD after BTC/USD");
        verdicts.set(1, verdict("BTC/USD", REFUSED));
        assertThatIllegalArgumentException().isThrownBy(() -> issued(verdicts));
    }

    @Test
    void expect_a_return_in_units_of_the_price_from_one_in_units_of_volatility() {
        assertThat(forecast("A/USD", 0.02, -1.5, 0.5).expectedReturn()).isCloseTo(-0.03, within(1e-15));
        assertThat(forecast("A/USD", Double.NaN, -1.5, 0.5).expectedReturn()).isNaN();
    }

    @Test
    void take_a_score_that_strays_by_rounding_for_the_bound_and_any_other_for_none() {
        assertThat(Forecast.probability(1.0000001f)).isEqualTo(1);
        assertThat(Forecast.probability(-1e-9f)).isZero();
        assertThat(Forecast.probability(0.25)).isEqualTo(0.25);
        for (double none : new double[] {Double.NaN, 1.01, -0.01, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(Forecast.probability(none)).as("%s", none).isNaN();
        }
        assertThat(Forecast.number(-1.5)).isEqualTo(-1.5);
        assertThat(Forecast.number(Float.NEGATIVE_INFINITY)).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecast("A/USD", 0.02, 0.5, 1.0000001))
                .withMessageContaining("forecast of A/USD: probability 1.0000001");
    }

    private static Verdict verdict(String pair, Judgement judgement) {
        return new Verdict(
                forecast(pair, 0.02, 0.5, 0.7),
                0.65,
                0.65,
                0.1,
                new Interval(-0.01, 0.03),
                0.2,
                NO_QUANTILES,
                false,
                Ensemble.SILENT,
                "HIGH/UP",
                judgement);
    }

    /** Two members, of which the second has nothing to say. */
    private static Issued issued(List<Verdict> verdicts) {
        double[] votes = new double[verdicts.size()];
        double[] silence = new double[verdicts.size()];
        Arrays.fill(votes, 0.7);
        Arrays.fill(silence, Double.NaN);
        return Issued.of(
                new Slate(
                        "ab",
                        Bench.prior(),
                        verdicts.stream().map(Verdict::forecast).toList(),
                        List.of(new Slate.Member("forest", votes), new Slate.Member("mute", silence))),
                verdicts);
    }
}
