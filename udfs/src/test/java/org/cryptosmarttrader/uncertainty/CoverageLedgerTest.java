package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The coverage ledger")
class CoverageLedgerTest {

    private static final Interval NARROW = new Interval(-0.01, 0.01);
    private static final Interval INFINITE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final double HIT = 0.005;
    private static final double MISS = 0.02;
    private static final long MARCH = Instant.parse("2022-03-01T01:00:05Z").toEpochMilli();
    private static final long APRIL = Instant.parse("2022-04-01T00:00:05Z").toEpochMilli();

    private final CoverageLedger ledger = new CoverageLedger(1, 0.8);

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("H4-");
        CoverageLedger promised = new CoverageLedger(1, golden.input("target"));
        for (int i = 0; i < golden.input("n"); i++) {
            promised.add("USD", hours(MARCH, i), i, NARROW, i < golden.input("hits") ? HIT : MISS);
        }

        Coverage march = promised.rows().get(0);

        golden.check("coverage", march.share());
        golden.check(
                "lower",
                march.wilson().lower(),
                golden.outputs().get("wilson").get(0).asDouble());
        golden.check(
                "upper",
                march.wilson().upper(),
                golden.outputs().get("wilson").get(1).asDouble());
        assertThat(march.alarm()).isEqualTo(golden.outputs().get("alarm").asBoolean());
    }

    @Test
    void keeps_a_row_for_each_month_and_group() {
        ledger.add("USD", MARCH, 1, NARROW, HIT);
        ledger.add("USDT", MARCH, 1, NARROW, MISS);
        ledger.add("USD", MARCH, 1, NARROW, MISS);
        ledger.add("USD", APRIL, 2, NARROW, HIT);

        assertThat(ledger.rows()).extracting(Coverage::month).containsExactly("2022-03", "2022-03", "2022-04");
        assertThat(ledger.rows()).extracting(Coverage::group).containsExactly("USD", "USDT", "USD");
        assertThat(ledger.rows()).extracting(Coverage::n).containsExactly(2L, 1L, 1L);
        assertThat(ledger.rows()).extracting(Coverage::hits).containsExactly(1L, 0L, 1L);
        assertThat(ledger.rows()).extracting(Coverage::share).containsExactly(0.5, 0.0, 1.0);
    }

    @Test
    void never_hides_an_infinite_width_in_a_mean() {
        ledger.add("USD", MARCH, 1, NARROW, HIT);
        ledger.add("USD", MARCH, 1, INFINITE, MISS);
        ledger.add("USD", MARCH, 1, new Interval(-0.02, 0.04), HIT);
        ledger.add("USDT", MARCH, 1, INFINITE, MISS);

        Coverage usd = ledger.rows().get(0);
        assertThat(usd.infinite()).isEqualTo(1);
        assertThat(usd.meanWidth()).isCloseTo(0.04, within(1e-15));
        assertThat(usd.hits()).isEqualTo(3);
        assertThat(ledger.rows().get(1).meanWidth()).isNaN();
    }

    @Test
    void counts_an_empty_interval_as_a_miss_of_no_width() {
        ledger.add("USD", MARCH, 1, SplitConformal.interval(0, 1, Double.NEGATIVE_INFINITY), 0);

        assertThat(ledger.rows().get(0).hits()).isZero();
        assertThat(ledger.rows().get(0).meanWidth()).isZero();
    }

    @Test
    void leaves_out_what_is_neither_a_hit_nor_a_miss() {
        ledger.add("USD", MARCH, 1, Interval.UNKNOWN, HIT);
        ledger.add("USD", MARCH, 1, NARROW, Double.NaN);

        assertThat(ledger.rows()).isEmpty();
        assertThat(ledger.alarm("USD")).isNull();
    }

    @Test
    void counts_evidence_in_time_and_not_in_pairs() {
        CoverageLedger daily = new CoverageLedger(24, 0.8);
        for (int hour = 0; hour < 48; hour++) {
            for (int pair = 0; pair < 33; pair++) {
                daily.add("USD", hours(MARCH, hour), hour, NARROW, MISS);
            }
        }

        Coverage row = daily.rows().get(0);
        assertThat(row.n()).isEqualTo(48 * 33);
        assertThat(row.independentOutcomes()).isEqualTo(2);
        assertThat(row.wilson()).isEqualTo(WilsonInterval.of(0, 2));
    }

    @Test
    void raises_an_alarm_once_the_promise_cannot_be_true() {
        // 30 misses of 100: the upper bound is 0.781
        enter(MARCH, 100, 30);

        assertThat(ledger.rows().get(0).alarm()).isTrue();
        assertThat(ledger.alarm("USD")).isTrue();
        assertThat(ledger.alarm("EUR")).isNull();
    }

    @Test
    void keeps_the_alarm_until_the_new_month_has_evidence_of_its_own() {
        enter(MARCH, 100, 30);
        enter(APRIL, 29, 0);
        assertThat(ledger.alarm("USD")).isTrue();

        enter(APRIL + 29 * TickGrid.HOUR, 1, 0);
        assertThat(ledger.alarm("USD")).isFalse();
    }

    @Test
    void raises_the_alarm_of_a_young_month_by_itself() {
        enter(MARCH, 100, 0);
        enter(APRIL, 4, 4);

        assertThat(ledger.alarm("USD")).isTrue();
    }

    @Test
    void is_silent_in_its_first_month_if_the_promise_may_be_true() {
        enter(MARCH, 5, 1);

        assertThat(ledger.alarm("USD")).isFalse();
    }

    @Test
    void never_opens_a_closed_month_again() {
        ledger.add("USD", APRIL, 1, NARROW, HIT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.add("USDT", MARCH, 2, NARROW, HIT))
                .withMessageContaining("2022-03 after one of 2022-04");
    }

    @Test
    void survives_a_checkpoint_and_copies_share_nothing() {
        ledger.add("USD", MARCH, 1, NARROW, HIT);
        ledger.add("USDT", MARCH, 1, INFINITE, HIT);
        CoverageLedger copy = ledger.copy();
        CoverageLedger restored = RoundTrip.of(ledger::write, CoverageLedger::read);
        ledger.add("USD", MARCH, 2, NARROW, MISS);

        for (CoverageLedger kept : new CoverageLedger[] {copy, restored}) {
            assertThat(kept.rows()).extracting(Coverage::n).containsExactly(1L, 1L);
            kept.add("USD", MARCH, 2, NARROW, MISS);
            assertThat(kept.rows()).isEqualTo(ledger.rows());
        }
    }

    @Test
    void refuses_a_promise_that_is_no_share() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CoverageLedger(1, 80));
    }

    private void enter(long from, int outcomes, int misses) {
        for (int i = 0; i < outcomes; i++) {
            long at = hours(from, i);
            ledger.add("USD", at, at / TickGrid.HOUR, NARROW, i < misses ? MISS : HIT);
        }
    }

    private static long hours(long from, int hours) {
        return from + hours * TickGrid.HOUR;
    }
}
