package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Baselines that know volatility only")
class VolatilityBaselinesTest {

    private static final TickGrid GRID = new TickGrid(TickGrid.HOUR, 5_000);
    private static final Horizon HOUR = Horizon.parse("1h");
    private static final long FIRST = 19_000 * TickGrid.DAY + 5_000;

    private VolatilityBaselines baselines = baselines();

    private static VolatilityBaselines baselines() {
        return new VolatilityBaselines(GRID, List.of(HOUR), 0.2, 0.05, 0.25, 0.5, 0.75, 0.95);
    }

    /** Returns of a volatility that changes every 48 hours. */
    private static double[] returns(int hours) {
        SplittableRandom random = new SplittableRandom(11);
        double[] returns = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            double scale = hour / 48 % 2 == 0 ? 0.002 : 0.02;
            returns[hour] = scale * (random.nextDouble() + random.nextDouble() - 1);
        }
        return returns;
    }

    /** What was paid hour by hour; each return is the outcome of the decision an hour before it. */
    private List<VolatilityBaselines.Losses> run(double[] returns, double weekly) {
        List<VolatilityBaselines.Losses> losses = new ArrayList<>();
        for (int hour = 0; hour < returns.length; hour++) {
            long tick = FIRST + hour * TickGrid.HOUR;
            losses.add(baselines.mature(HOUR, "BTC/USD", tick - TickGrid.HOUR, returns[hour]));
            baselines.decide("BTC/USD", tick, returns[hour], weekly);
        }
        return losses;
    }

    @Test
    void know_nothing_before_ten_independent_outcomes_and_a_new_day() {
        List<VolatilityBaselines.Losses> losses = run(returns(72), 0.01);

        // outcomes come from hour 1 on; ten are there by hour 10, quantiles at hour 24, for the outcome of hour 25
        assertThat(losses.get(24).crps()).containsOnly(Double.NaN);
        assertThat(losses.get(25).crps()[0]).isPositive();
        assertThat(losses.get(25).interval()[0]).isPositive();
    }

    @Test
    void tell_the_return_over_as_long_before_the_decision() {
        double[] returns = returns(30);
        List<VolatilityBaselines.Losses> losses = run(returns, 0.01);

        // the outcome of hour 20 was decided on at hour 19, when the return of that hour was the last
        assertThat(losses.get(20).lastReturn()).isEqualTo(returns[19]);
        assertThat(losses.get(0).lastReturn()).isNaN();
        VolatilityBaselines daily =
                new VolatilityBaselines(GRID, List.of(Horizon.parse("24h")), 0.2, 0.05, 0.25, 0.5, 0.75, 0.95);
        double lastDay = 0;
        for (int hour = 0; hour < 30; hour++) {
            daily.decide("BTC/USD", FIRST + hour * TickGrid.HOUR, returns[hour], 0.01);
            lastDay += hour > 29 - 24 ? returns[hour] : 0;
        }
        assertThat(daily.mature(Horizon.parse("24h"), "BTC/USD", FIRST + 29 * TickGrid.HOUR, 0.1)
                        .lastReturn())
                .isCloseTo(lastDay, within(1e-15));
    }

    @Test
    void learn_nothing_from_what_comes_later() {
        double[] returns = returns(1_000);
        List<VolatilityBaselines.Losses> whole = run(returns, 0.01);
        baselines = baselines();
        double[] changed = returns.clone();
        for (int hour = 900; hour < 1_000; hour++) {
            changed[hour] = 7;
        }

        List<VolatilityBaselines.Losses> other = run(changed, 0.01);

        for (int hour = 0; hour < 900; hour++) {
            assertThat(other.get(hour).crps()).containsExactly(whole.get(hour).crps());
            assertThat(other.get(hour).interval())
                    .containsExactly(whole.get(hour).interval());
        }
    }

    @Test
    void pay_less_the_better_they_know_the_volatility() {
        List<VolatilityBaselines.Losses> losses = run(returns(4_000), 0.01);
        double[] sums = new double[3];
        for (VolatilityBaselines.Losses paid : losses.subList(2_000, 4_000)) {
            for (int source = 0; source < 3; source++) {
                sums[source] += paid.crps()[source];
            }
        }

        // a weekly volatility that never changes learns nothing; the autoregression sees the last day
        assertThat(sums[VolatilityBaselines.Source.HAR.ordinal()])
                .isLessThan(0.97 * sums[VolatilityBaselines.Source.CLIMATOLOGY.ordinal()]);
    }

    @Test
    void do_not_depend_on_the_unit_of_returns() {
        double[] returns = returns(600);
        List<VolatilityBaselines.Losses> once = run(returns, 0.01);
        baselines = baselines();
        double[] doubled = new double[returns.length];
        for (int hour = 0; hour < doubled.length; hour++) {
            doubled[hour] = 2 * returns[hour];
        }

        List<VolatilityBaselines.Losses> twice = run(doubled, 0.02);

        for (int source = 0; source < 3; source++) {
            assertThat(twice.get(599).crps()[source])
                    .isCloseTo(2 * once.get(599).crps()[source], within(1e-9));
        }
    }

    @Test
    void pay_at_both_ends_of_an_interval() {
        // inside: 0.1 × 3 above the lower end, 0.1 × 1 below the upper one
        assertThat(VolatilityBaselines.intervalLoss(0.2, -1, 3, 2)).isCloseTo((0.1 * 3 + 0.1 * 1) / 2, within(1e-15));
        // above: 0.1 × 6 and 0.9 × 2
        assertThat(VolatilityBaselines.intervalLoss(0.2, -1, 3, 5)).isCloseTo((0.1 * 6 + 0.9 * 2) / 2, within(1e-15));
    }

    @Test
    void know_nothing_of_an_outcome_without_a_price() {
        run(returns(100), 0.01);

        assertThat(baselines
                        .mature(HOUR, "BTC/USD", FIRST + 99 * TickGrid.HOUR, Double.NaN)
                        .crps())
                .containsOnly(Double.NaN);
        assertThat(baselines
                        .mature(HOUR, "ETH/USD", FIRST + 99 * TickGrid.HOUR, 0.01)
                        .crps())
                .containsOnly(Double.NaN);
    }
}
