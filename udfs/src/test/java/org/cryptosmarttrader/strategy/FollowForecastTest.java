package org.cryptosmarttrader.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.Horizon;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Long or flat by the forecast, sized by volatility")
class FollowForecastTest {

    private static final Horizon DAY = new Horizon(24);

    private final FollowForecast strategy = new FollowForecast(StrategySettings.defaults());

    @Test
    void sizes_as_the_golden_vector_I1_says() {
        Golden golden = Golden.vector("I1-");

        golden.check("w", strategy.weight(0.012, 0.05, 24));
        golden.check("w_vol", largest(1, 1).weight(0.012, 0.05, 24));
        // a quarter of 0.012 / 0.0025 is 1.2; a tenth of it shows it below the volatility's 0.419
        assertThat(largest(0.025, 1).weight(0.012, 0.05, 24)).isCloseTo(0.12, within(1e-15));
    }

    private static FollowForecast largest(double kellyFraction, double maxWeight) {
        return new FollowForecast(new StrategySettings(0.4, kellyFraction, maxWeight));
    }

    @ParameterizedTest(name = "gates {0}, p {1}, expected {2}, cost {3}, over {4}: {5}")
    @CsvSource({
        "true,  0.6,  0.03, 0.01, false, LONG",
        "true,  0.6,  0.03, 0.01, true,  LONG",
        "false, 0.6,  0.03, 0.01, false, HOLD",
        "false, 0.6,  0.03, 0.01, true,  EXIT",
        "true,  0.6,  0.01, 0.01, false, HOLD",
        "true,  0.5,  0.03, 0.01, false, EXIT",
        "false, 0.4,  0.03, 0.01, false, EXIT",
        "true,  NaN,  0.03, 0.01, false, HOLD",
        "true,  0.6,  NaN,  0.01, false, HOLD",
        "true,  0.6,  0.03, NaN,  false, HOLD",
        "true,  NaN,  NaN,  NaN,  true,  EXIT",
    })
    void follows_the_rule_for_signals(
            boolean gates, double p, double expected, double cost, boolean over, Stance.Action action) {
        Outlook outlook =
                new Outlook("BTC/USD", DAY, gates, p, expected, 0.1, 0.05, cost, over, Outlook.Recent.UNKNOWN);

        assertThat(strategy.stance(outlook).action()).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.01", "NaN"})
    void gives_no_weight_to_what_has_no_volatility(double volatility) {
        assertThat(strategy.weight(0.012, volatility, 24)).isZero();
    }

    @Test
    void holds_what_nothing_was_forecast_for_until_its_horizon_is_over() {
        assertThat(strategy.stance(unknown(false))).isEqualTo(Stance.HOLD);
        assertThat(strategy.stance(unknown(true))).isEqualTo(Stance.EXIT);
    }

    @Test
    void names_every_setting_that_is_out_of_range() {
        assertThatThrownBy(() -> new StrategySettings(0, 2, Double.NaN)).hasMessage("""
                        conf/risk.yaml: sizing.targetVolatility is 0.0, expected a volatility per year above 0; write 0.4
                        conf/risk.yaml: sizing.kellyFraction is 2.0, expected a fraction in (0, 1]; write 0.25
                        conf/risk.yaml: sizing.maxWeight is NaN, expected a fraction of equity in (0, 1]; write 0.2""");
    }

    private static Outlook unknown(boolean horizonOver) {
        return Outlook.unknown("BTC/USD", DAY, horizonOver, Outlook.Recent.UNKNOWN);
    }
}
