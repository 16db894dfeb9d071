package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change detector")
class ChangeDetectorTest {

    private final ChangeDetector detector = new ChangeDetector();

    /** 28 days of 0 and 2 in turn: mean 1, standard deviation √(28/27). */
    private void learn(ChangeDetector of) {
        for (int day = 0; day < ChangeDetector.FEWEST_DAYS; day++) {
            of.add(day, day % 2 == 0 ? 0 : 2);
        }
    }

    @Test
    void sums_up_what_exceeds_half_a_deviation_over_the_normal_level() {
        learn(detector);
        assertThat(detector.sum()).isZero();

        detector.add(28, 4);

        assertThat(detector.sum()).isCloseTo(3 / Math.sqrt(28.0 / 27) - 0.5, within(1e-12));
        assertThat(detector.alarmAt(28)).isFalse();
    }

    @Test
    void raises_the_alarm_beyond_five_deviations_for_28_days_and_learns_the_new_level() {
        learn(detector);

        detector.add(28, 4);
        detector.add(29, 5);

        assertThat(detector.alarmAt(29)).isTrue();
        assertThat(detector.alarmAt(56)).isTrue();
        assertThat(detector.alarmAt(57)).isFalse();
        assertThat(detector.alarmAt(28)).isFalse();
        assertThat(detector.sum()).isNaN();
    }

    @Test
    void forgets_a_single_bad_day() {
        learn(detector);
        detector.add(28, 4);

        detector.add(29, 0);
        detector.add(30, 0);

        assertThat(detector.sum()).isZero();
    }

    @Test
    void says_nothing_before_it_knows_what_is_normal_or_of_what_never_varies() {
        for (int day = 0; day < 27; day++) {
            detector.add(day, day);
        }
        assertThat(detector.sum()).isNaN();
        ChangeDetector still = new ChangeDetector();
        for (int day = 0; day < 40; day++) {
            still.add(day, 1);
        }
        still.add(40, 9);
        assertThat(still.alarmAt(40)).isFalse();
    }

    @Test
    void leaves_a_missing_day_out() {
        learn(detector);
        byte[] before = RoundTrip.bytes(detector::write);

        detector.add(28, Double.NaN);

        assertThat(RoundTrip.bytes(detector::write)).isEqualTo(before);
    }

    @Test
    void rarely_cries_wolf_and_finds_a_rise_by_one_deviation_within_weeks() {
        SplittableRandom random = new SplittableRandom(11);
        long falseAlarms = 0;
        long found = 0;
        for (int trial = 0; trial < 100; trial++) {
            ChangeDetector of = new ChangeDetector();
            for (int day = 0; day < 150; day++) {
                of.add(day, random.nextGaussian());
                falseAlarms += of.alarmAt(day) && !of.alarmAt(day - 1) ? 1 : 0;
            }
            int day = 150;
            while (day < 180 && !of.alarmAt(day - 1)) {
                of.add(day++, 1 + random.nextGaussian());
            }
            found += of.alarmAt(day - 1) ? 1 : 0;
        }
        // 100 · 122 days at one alarm in some 900; a level known from 28 days only makes it a few more
        assertThat(falseAlarms).isBetween(5L, 60L);
        assertThat(found).isGreaterThan(80);
    }

    @Test
    void goes_on_after_a_restart_where_it_was() {
        learn(detector);
        detector.add(28, 4);
        ChangeDetector copy = detector.copy();
        ChangeDetector restored = RoundTrip.of(detector::write, ChangeDetector::read);

        for (ChangeDetector of : new ChangeDetector[] {detector, copy, restored}) {
            of.add(29, 3);
        }

        assertThat(RoundTrip.bytes(restored::write)).isEqualTo(RoundTrip.bytes(detector::write));
        assertThat(RoundTrip.bytes(copy::write)).isEqualTo(RoundTrip.bytes(detector::write));
    }
}
