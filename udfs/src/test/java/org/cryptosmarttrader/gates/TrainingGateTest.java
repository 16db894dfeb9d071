package org.cryptosmarttrader.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The training gate")
class TrainingGateTest {

    private static final boolean COUNTS = true;
    private static final boolean LIVE = true;

    private TrainingGate gate = new TrainingGate(new TickGrid(TickGrid.HOUR, 5_000));
    private long bar = 455_000;

    @Test
    void opens_with_the_last_hour_of_twelve_weeks() {
        hours(2_015, COUNTS);
        assertThat(progress().isOpen()).isFalse();

        hours(1, COUNTS);
        assertThat(progress().isOpen()).isTrue();
        assertThat(progress().weeks()).isEqualTo(12);
    }

    @Test
    void is_shut_before_anything_matured() {
        assertThat(progress().hours()).isZero();
        assertThat(progress().isOpen()).isFalse();
    }

    @Test
    void bridges_six_hours_without_counting_them() {
        hours(100, COUNTS);
        hours(6, !COUNTS);
        assertThat(progress().hours()).isEqualTo(100);

        hours(50, COUNTS);
        assertThat(progress().hours()).isEqualTo(150);
    }

    @Test
    void begins_anew_after_the_seventh_hour_of_a_gap() {
        hours(3_000, COUNTS);
        hours(7, !COUNTS);
        assertThat(progress().hours()).isZero();

        hours(50, COUNTS);
        assertThat(progress().hours()).isEqualTo(50);
    }

    @Test
    void bridges_any_number_of_gaps() {
        for (int i = 0; i < 100; i++) {
            hours(1, COUNTS);
            hours(6, !COUNTS);
        }

        assertThat(progress().hours()).isEqualTo(100);
    }

    @Test
    void takes_a_bar_that_was_left_out_as_one_that_does_not_count() {
        hours(100, COUNTS);
        bar += 6;
        hours(10, COUNTS);
        assertThat(progress().hours()).isEqualTo(110);

        bar += 3;
        hours(4, !COUNTS);
        assertThat(progress().hours()).isZero();

        hours(10, COUNTS);
        bar += 7;
        hours(1, COUNTS);
        assertThat(progress().hours()).isEqualTo(1);
    }

    @Test
    void agrees_with_walking_back_from_the_newest_hour() {
        boolean[] counts = new boolean[2_000];
        for (int i = 0; i < counts.length; i++) {
            // runs of every length up to 8 that do not count
            counts[i] = (i * i / 7) % 9 > (i / 16) % 8;
            hours(1, counts[i]);

            assertThat(progress().hours()).as("after hour %d", i).isEqualTo(walkBack(counts, i));
        }
    }

    private static int walkBack(boolean[] counts, int newest) {
        int hours = 0;
        int gap = 0;
        for (int i = newest; i >= 0 && gap <= 6; i--) {
            gap = counts[i] ? 0 : gap + 1;
            hours += counts[i] ? 1 : 0;
        }
        return hours;
    }

    @ParameterizedTest(name = "bars of {0} minutes: {1} bars are {2} hours, a gap of {3} bars is bridged")
    @CsvSource({"5, 18, 1.5, 72", "60, 18, 18, 6", "240, 18, 72, 1", "1440, 18, 432, 0"})
    void measures_other_grids_in_hours(int minutes, int bars, double hours, int bridged) {
        gate = new TrainingGate(new TickGrid(minutes * TickGrid.MINUTE, 5_000));
        hours(bars, COUNTS);
        hours(bridged, !COUNTS);
        assertThat(progress().hours()).isCloseTo(hours, within(1e-12));

        hours(1, !COUNTS);
        assertThat(progress().hours()).isZero();
    }

    @Test
    void can_demand_that_some_weeks_were_live() {
        GateSettings settings = new GateSettings(0.8, 2_016, 1);
        hours(2_016, COUNTS);
        assertThat(gate.progress(settings).isOpen()).isFalse();
        assertThat(gate.progress(settings).remainingMillis()).isEqualTo(168 * TickGrid.HOUR);

        liveHours(168);
        assertThat(gate.progress(settings).isOpen()).isTrue();
        assertThat(gate.progress(settings).liveWeeks()).isEqualTo(1);

        hours(7, !COUNTS);
        assertThat(gate.progress(settings).liveWeeks()).isZero();
    }

    @ParameterizedTest(name = "{0} of {1} pairs whole: {2}")
    @CsvSource({"2, 2, true", "1, 2, true", "0, 2, false", "1, 3, false", "2, 3, true", "1, 1, true", "0, 0, false"})
    void counts_an_hour_when_half_of_the_required_pairs_are_whole(int whole, int required, boolean counts) {
        assertThat(TrainingGate.counts(whole, required)).isEqualTo(counts);
    }

    @Test
    void takes_each_hour_once_and_in_order() {
        hours(1, COUNTS);

        assertThatIllegalArgumentException().isThrownBy(() -> gate.add(bar - 1, COUNTS, LIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> gate.add(bar - 2, COUNTS, LIVE));
    }

    @Test
    void survives_a_checkpoint_and_copies_share_nothing() {
        liveHours(30);
        hours(10, COUNTS);
        hours(4, !COUNTS);
        TrainingGate copy = gate.copy();
        TrainingGate restored = RoundTrip.of(gate::write, TrainingGate::read);
        long next = bar;
        hours(3, !COUNTS);

        for (TrainingGate kept : new TrainingGate[] {copy, restored}) {
            kept.add(next, !COUNTS, !LIVE);
            kept.add(next + 1, !COUNTS, !LIVE);
            assertThat(kept.progress(GateSettings.STANDARD).hours()).isEqualTo(40);
            assertThat(kept.progress(GateSettings.STANDARD).liveWeeks()).isEqualTo(30.0 / 168);
            kept.add(next + 2, !COUNTS, !LIVE);
            assertThat(kept.progress(GateSettings.STANDARD).hours()).isZero();
        }
        assertThat(progress().hours()).isZero();
    }

    private void hours(int hours, boolean counts) {
        for (int i = 0; i < hours; i++) {
            gate.add(bar++, counts, !LIVE);
        }
    }

    private void liveHours(int hours) {
        for (int i = 0; i < hours; i++) {
            gate.add(bar++, COUNTS, LIVE);
        }
    }

    private TrainingProgress progress() {
        return gate.progress(GateSettings.STANDARD);
    }
}
