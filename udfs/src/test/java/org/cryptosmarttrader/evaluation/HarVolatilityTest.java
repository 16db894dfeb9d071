package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The heterogeneous autoregression")
class HarVolatilityTest {

    private final HarVolatility har = new HarVolatility();
    private final SplittableRandom random = new SplittableRandom(5);

    private HarVolatility.Past past() {
        return new HarVolatility.Past(
                0.01 + 0.01 * random.nextDouble(),
                0.01 + 0.01 * random.nextDouble(),
                0.01 + 0.01 * random.nextDouble());
    }

    private static double planted(HarVolatility.Past past) {
        return 0.001 + 0.4 * past.day() + 0.3 * past.week() + 0.2 * past.month();
    }

    @Test
    void finds_a_planted_relation() {
        for (int row = 0; row < 500; row++) {
            HarVolatility.Past past = past();
            har.learn(past, planted(past));
        }
        har.refit();

        HarVolatility.Past next = past();
        assertThat(har.forecast(next)).isCloseTo(planted(next), within(1e-9));
    }

    @Test
    void knows_nothing_before_it_is_fitted_and_of_too_few_rows() {
        for (int row = 0; row < 199; row++) {
            HarVolatility.Past past = past();
            har.learn(past, planted(past));
        }
        har.learn(new HarVolatility.Past(Double.NaN, 0.01, 0.01), 0.01);
        har.learn(past(), Double.NaN);
        har.refit();

        assertThat(har.forecast(past())).isNaN();
    }

    @Test
    void does_not_change_between_fits() {
        for (int row = 0; row < 300; row++) {
            HarVolatility.Past past = past();
            har.learn(past, planted(past));
        }
        har.refit();
        HarVolatility.Past next = past();
        double before = har.forecast(next);
        har.learn(past(), 1);

        assertThat(har.forecast(next)).isEqualTo(before);
    }

    @Test
    void says_nothing_where_its_terms_cannot_be_told_apart_or_one_is_missing() {
        for (int row = 0; row < 300; row++) {
            har.learn(new HarVolatility.Past(0.01, 0.01, 0.01), 0.01);
        }
        har.refit();

        assertThat(har.forecast(past())).isNaN();
        assertThat(har.forecast(new HarVolatility.Past(0.01, 0.01, Double.NaN))).isNaN();
    }

    @Test
    void says_the_mean_where_its_line_leaves_everything_learnt() {
        double sum = 0;
        for (int row = 0; row < 300; row++) {
            HarVolatility.Past past = past();
            har.learn(past, planted(past));
            sum += planted(past);
        }
        har.refit();

        assertThat(har.forecast(new HarVolatility.Past(-1, 0, 0))).isCloseTo(sum / 300, within(1e-15));
        assertThat(har.forecast(new HarVolatility.Past(1, 1, 1))).isCloseTo(sum / 300, within(1e-15));
    }
}
