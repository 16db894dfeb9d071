package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stationary bootstrap")
class StationaryBootstrapTest {

    @Test
    void draws_blocks_whose_mean_length_is_as_asked_and_goes_on_at_the_beginning() {
        int periods = 100_000;
        int[] history = new StationaryBootstrap(24, 1, 5).history(periods, new SplittableRandom(5));

        int blocks = 1;
        for (int i = 1; i < periods; i++) {
            blocks += history[i] == (history[i - 1] + 1) % periods ? 0 : 1;
        }
        // a geometric length of mean 24 varies by 23.5; 4,167 blocks put the mean within 1.1 at three deviations
        assertThat((double) periods / blocks).isCloseTo(24, within(1.1));
        int[] wraps = new StationaryBootstrap(1e9, 1, 5).history(7, new SplittableRandom(5));
        for (int i = 1; i < wraps.length; i++) {
            assertThat(wraps[i]).isEqualTo((wraps[i - 1] + 1) % 7);
        }
    }

    @Test
    void takes_its_numbers_in_the_order_of_the_definition() {
        SplittableRandom random = new SplittableRandom(11);
        List<Integer> expected = new ArrayList<>(List.of(random.nextInt(5)));
        for (int i = 1; i < 8; i++) {
            expected.add(random.nextDouble() < 0.5 ? random.nextInt(5) : (expected.get(i - 1) + 1) % 5);
        }

        assertThat(new StationaryBootstrap(2, 1, 11).history(5, new SplittableRandom(11)))
                .containsExactly(expected.subList(0, 5).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    @Test
    void finds_the_error_of_a_mean_of_independent_values() {
        int n = 400;
        // a fair coin: mean 1/2, standard error 1/(2·20) = 0.025
        StationaryBootstrap.Interval interval =
                new StationaryBootstrap(1, 1_000, 7).interval(n, occurrences -> meanOfAlternating(occurrences));

        assertThat(interval.lower()).isCloseTo(0.5 - 1.96 * 0.025, within(0.008));
        assertThat(interval.upper()).isCloseTo(0.5 + 1.96 * 0.025, within(0.008));
    }

    private static double meanOfAlternating(int[] occurrences) {
        double odd = 0;
        for (int i = 1; i < occurrences.length; i += 2) {
            odd += occurrences[i];
        }
        return odd / occurrences.length;
    }

    @Test
    void gives_equal_intervals_for_equal_seeds_and_others_for_others() {
        StationaryBootstrap.Interval one = new StationaryBootstrap(3, 50, 1).interval(40, o -> meanOfAlternating(o));

        assertThat(new StationaryBootstrap(3, 50, 1).interval(40, o -> meanOfAlternating(o)))
                .isEqualTo(one);
        assertThat(new StationaryBootstrap(3, 50, 2).interval(40, o -> meanOfAlternating(o)))
                .isNotEqualTo(one);
    }

    @Test
    void gives_none_if_a_draw_has_no_score() {
        StationaryBootstrap.Interval interval =
                new StationaryBootstrap(1, 100, 1).interval(2, occurrences -> occurrences[0] == 2 ? Double.NaN : 1);

        assertThat(interval.lower()).isNaN();
        assertThat(interval.upper()).isNaN();
    }

    @Test
    void refuses_blocks_shorter_than_a_period() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StationaryBootstrap(0.5, 1, 1))
                .withMessage("bootstrap: mean block of 0.5 periods, 1 draws, expected at least 1 of each");
    }
}
