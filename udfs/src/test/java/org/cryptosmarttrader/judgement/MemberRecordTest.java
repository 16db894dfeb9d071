package org.cryptosmarttrader.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.judgement.Bench.hours;

import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The record of an ensemble's member")
class MemberRecordTest {

    private final MemberRecord record = new MemberRecord();

    @Test
    void knows_no_score_before_200_forecasts_have_matured() {
        record.add(hours(0), 199, 40);
        assertThat(record.brier(hours(0))).isNaN();

        record.add(hours(1), 1, 0);

        assertThat(record.brier(hours(1))).isCloseTo(40.0 / 200, within(1e-15));
    }

    @Test
    void forgets_what_matured_720_hours_ago() {
        record.add(hours(0), 200, 50);
        record.add(hours(1), 200, 20);

        assertThat(record.brier(hours(719))).isCloseTo(70.0 / 400, within(1e-15));
        assertThat(record.brier(hours(720))).isCloseTo(20.0 / 200, within(1e-15));
        assertThat(record.brier(hours(721))).isNaN();
    }

    @Test
    void counts_several_ticks_of_an_hour_together() {
        record.add(hours(0), 100, 20);
        record.add(hours(0) + 300_000, 100, 30);

        assertThat(record.brier(hours(719) + 300_000)).isCloseTo(50.0 / 200, within(1e-15));
    }

    @Test
    void survives_a_checkpoint() {
        record.add(hours(0), 200, 50);
        MemberRecord copy = record.copy();

        MemberRecord restored = RoundTrip.of(record::write, MemberRecord::read);
        record.add(hours(1), 7, 1);

        assertThat(restored.brier(hours(1))).isEqualTo(0.25);
        assertThat(copy.brier(hours(1))).isEqualTo(0.25);
    }
}
