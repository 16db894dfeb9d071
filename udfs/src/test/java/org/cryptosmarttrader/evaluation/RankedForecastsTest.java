package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ranked forecasts")
class RankedForecastsTest {

    private static final StationaryBootstrap DRAWS = new StationaryBootstrap(24, 300, 3);

    @Test
    void have_the_area_of_probability_forecasts_and_an_interval_around_it() {
        SplittableRandom random = new SplittableRandom(1);
        double[] probabilities =
                random.doubles(600).map(p -> Math.rint(20 * p) / 20).toArray();
        double[] ups = new double[600];
        for (int i = 0; i < 600; i++) {
            ups[i] = random.nextDouble() < 0.3 + 0.4 * probabilities[i] ? 1 : 0;
        }
        RankedForecasts ranked =
                new RankedForecasts(probabilities, ups, LongStream.range(0, 600).toArray());

        double area =
                ProbabilityForecasts.of(probabilities, ups, new double[600]).areaUnderCurve();
        assertThat(ranked.area()).isCloseTo(area, within(1e-15));
        assertThat(ranked.area(DRAWS).lower()).isBetween(0.5, area);
        assertThat(ranked.area(DRAWS).upper()).isBetween(area, 0.8);
    }

    @Test
    void have_no_area_if_everything_rose() {
        assertThat(new RankedForecasts(new double[] {0.4, 0.6}, new double[] {1, 1}, new long[] {1, 2}).area())
                .isNaN();
    }
}
