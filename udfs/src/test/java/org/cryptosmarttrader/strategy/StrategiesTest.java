package org.cryptosmarttrader.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Strategies beside the forecast's own")
class StrategiesTest {

    private static final Horizon DAY = new Horizon(24);
    private static final FollowForecast FORECAST = new FollowForecast(StrategySettings.defaults());

    /** Up with 0.6, by 3 % at a cost of 1 %, volatility 5 %. */
    private static Outlook rise(double upper, boolean horizonOver, Outlook.Recent recent) {
        return new Outlook("BTC/USD", DAY, true, 0.6, 0.03, upper, 0.05, 0.01, horizonOver, recent);
    }

    private static Outlook fall(Outlook.Recent recent) {
        return new Outlook("BTC/USD", DAY, true, 0.4, -0.03, 0.02, 0.05, 0.01, false, recent);
    }

    @Nested
    @DisplayName("momentum")
    class Following {

        private final Strategy momentum = new Momentum(FORECAST);

        @ParameterizedTest(name = "week {0}, upper end {1}: {2}")
        @CsvSource({
            "0.02,  0.08,  LONG",
            "0.02,  0.01,  HOLD",
            "0.02,  NaN,   HOLD",
            "0,     0.08,  EXIT",
            "-0.02, 0.08,  EXIT",
            "NaN,   0.08,  HOLD",
        })
        void buys_expected_rises_of_what_has_risen(double week, double upper, Stance.Action action) {
            Stance stance = momentum.stance(rise(upper, false, new Outlook.Recent(Double.NaN, week, 0, Double.NaN)));

            assertThat(stance.action()).isEqualTo(action);
        }

        @Test
        void buys_as_much_as_the_forecast_says_and_leaves_when_it_turns() {
            Outlook.Recent up = new Outlook.Recent(0, 0.1, 0, Double.NaN);

            assertThat(momentum.stance(rise(0.1, false, up))).isEqualTo(FORECAST.stance(rise(0.1, false, up)));
            assertThat(momentum.stance(fall(up))).isEqualTo(Stance.EXIT);
        }
    }

    @Nested
    @DisplayName("reversal")
    class Turning {

        private final Strategy reversal = new Reversal(FORECAST);

        @ParameterizedTest(name = "day {0}, upper end {1}, horizon over {2}: {3}")
        @CsvSource({
            // a day's volatility is 0.05
            "-0.051, 0.08, false, LONG",
            "-0.051, 0.01, false, HOLD",
            "-0.05,  0.08, false, HOLD",
            "-0.05,  0.08, true,  EXIT",
            "0.02,   0.08, false, HOLD",
            "NaN,    0.08, false, HOLD",
        })
        void buys_expected_rises_of_what_has_fallen_far(double day, double upper, boolean over, Stance.Action action) {
            Stance stance = reversal.stance(rise(upper, over, new Outlook.Recent(day, Double.NaN, 0, Double.NaN)));

            assertThat(stance.action()).isEqualTo(action);
        }

        @Test
        void measures_the_fall_against_a_day_whatever_the_horizon() {
            // 10 % over 96 hours are 5 % a day
            Outlook.Recent fallen = new Outlook.Recent(-0.06, Double.NaN, 0, Double.NaN);
            Outlook far = new Outlook("A/USD", new Horizon(96), true, 0.6, 0.05, 0.2, 0.1, 0.01, false, fallen);
            Outlook less = new Outlook("A/USD", new Horizon(96), true, 0.6, 0.05, 0.2, 0.13, 0.01, false, fallen);

            assertThat(reversal.stance(far).action()).isEqualTo(Stance.Action.LONG);
            assertThat(reversal.stance(less).action()).isEqualTo(Stance.Action.HOLD);
        }
    }

    @Nested
    @DisplayName("managed hold")
    class Holding {

        private final Strategy hold = new ManagedHold(List.of("BTC", "ETH"), 0.4, 0.45, DAY);

        private Stance stance(String pair, Horizon horizon, boolean gates, double volatility) {
            Outlook.Recent recent = new Outlook.Recent(Double.NaN, Double.NaN, 2, volatility);
            return hold.stance(new Outlook(pair, horizon, gates, 0.3, -0.1, 0, 0.05, 0.01, true, recent));
        }

        @Test
        void holds_each_of_its_coins_alike_whatever_is_forecast() {
            assertThat(stance("BTC/USD", DAY, true, 0.8)).isEqualTo(Stance.longOf(0.25));
            assertThat(stance("ETH/USDT", DAY, true, 0.8)).isEqualTo(Stance.longOf(0.25));
            assertThat(stance("SOL/USD", DAY, true, 0.8)).isEqualTo(Stance.EXIT);
        }

        @Test
        void holds_no_more_of_a_coin_in_a_quiet_market_than_it_may() {
            assertThat(stance("BTC/USD", DAY, true, 0.1)).isEqualTo(Stance.longOf(0.45));
        }

        @Test
        void has_one_sleeve() {
            assertThat(stance("BTC/USD", new Horizon(168), true, 0.8)).isEqualTo(Stance.EXIT);
        }

        @Test
        void changes_nothing_where_data_cannot_be_trusted_or_volatility_is_unknown() {
            assertThat(stance("BTC/USD", DAY, false, 0.8)).isEqualTo(Stance.HOLD);
            assertThat(stance("BTC/USD", DAY, true, Double.NaN)).isEqualTo(Stance.HOLD);
        }
    }

    @Test
    void flat_leaves_everything() {
        assertThat(new Flat().stance(rise(0.1, false, Outlook.Recent.UNKNOWN))).isEqualTo(Stance.EXIT);
    }
}
