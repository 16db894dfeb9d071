package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The performance of an account")
class PerformanceTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("J1-");
        double[] returns = new double[golden.inputs().get("returns").size()];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = golden.inputs().get("returns").get(i).asDouble();
        }

        Performance performance = Performance.of(returns, golden.input("periodsPerYear"));

        golden.check("totalReturn", performance.totalReturn());
        golden.check("annualisedReturn", performance.annualisedReturn());
        golden.check("sharpePerPeriod", performance.sharpe().perPeriod());
        golden.check("sharpeAnnual", performance.sharpeAnnual());
        golden.check("sortinoAnnual", performance.sortinoAnnual());
        golden.check("maxDrawdown", performance.maxDrawdown());
        golden.check("calmar", performance.calmar());
        golden.check("hitRate", performance.hitRate());
        golden.check("profitFactor", performance.profitFactor());
        golden.check("skew", performance.sharpe().skewness());
        golden.check("kurtosis", performance.sharpe().kurtosis());
        golden.check("psr0", performance.sharpe().probabilistic(0));
        golden.check("minTRL95", performance.sharpe().minimumTrackRecord(0));
    }

    @Test
    void is_not_annualised_below_a_month() {
        assertThat(Performance.of(new double[719], 8_760).showsAnnualised()).isFalse();
        assertThat(Performance.of(new double[720], 8_760).showsAnnualised()).isTrue();
    }

    @Test
    void counts_the_start_as_a_peak() {
        assertThat(performance(-0.1, 0.05).maxDrawdown()).isCloseTo(-0.1, within(1e-15));
        assertThat(performance(0.1, -0.5, 0.2).maxDrawdown()).isCloseTo(-0.5, within(1e-15));
        assertThat(performance(0.1, 0.2).maxDrawdown()).isZero();
    }

    @Test
    void of_an_idle_account_claims_nothing() {
        Performance idle = performance(0, 0, 0);

        assertThat(idle.totalReturn()).isZero();
        assertThat(idle.annualisedReturn()).isZero();
        assertThat(idle.maxDrawdown()).isZero();
        assertThat(idle.sharpeAnnual()).isNaN();
        assertThat(idle.sortinoAnnual()).isNaN();
        assertThat(idle.calmar()).isNaN();
        assertThat(idle.hitRate()).isNaN();
        assertThat(idle.profitFactor()).isNaN();
        assertThat(idle.sharpe().probabilistic(0)).isNaN();
    }

    @Test
    void without_periods_is_unknown() {
        Performance none = performance();

        assertThat(none.totalReturn()).isNaN();
        assertThat(none.annualisedReturn()).isNaN();
        assertThat(none.maxDrawdown()).isNaN();
        assertThat(none.sharpeAnnual()).isNaN();
    }

    @Test
    void is_never_infinite() {
        Performance winning = performance(0.1, 0.2, 0.3);

        assertThat(winning.annualisedReturn()).isNaN();
        assertThat(winning.sortinoAnnual()).isNaN();
        assertThat(winning.calmar()).isNaN();
        assertThat(winning.profitFactor()).isNaN();
        assertThat(winning.hitRate()).isEqualTo(1);
    }

    @Test
    void has_no_sharpe_ratio_if_its_returns_are_all_alike() {
        // three times 0.1 have a rounded mean that is not 0.1, and so a spread of some 1e-17
        assertThat(performance(0.1, 0.1, 0.1).sharpeAnnual()).isNaN();
    }

    @Test
    void of_a_lost_account_is_a_loss_of_all() {
        assertThat(performance(0.5, -1).totalReturn()).isEqualTo(-1);
        assertThat(performance(0.5, -1).annualisedReturn()).isEqualTo(-1);
    }

    @Test
    void is_turned_over_by_what_was_traded_in_a_year() {
        // 300 traded on 150 of equity in 2 of 8 periods a year
        assertThat(Performance.turnover(300, new double[] {100, 200}, 8)).isEqualTo(8);
        assertThat(Performance.turnover(300, new double[0], 8)).isNaN();
    }

    @Test
    void is_as_volatile_as_its_returns_spread() {
        // deviations of 0.01 either way: √(2 · 0.01² / 1), per hour; times √8760
        assertThat(Performance.volatility(new double[] {0.01, -0.01}, 8_760))
                .isCloseTo(Math.sqrt(0.0002 * 8_760), within(1e-12));
        assertThat(Performance.volatility(new double[] {0, 0, 0}, 8_760)).isNaN();
    }

    @Test
    void is_exposed_by_what_it_holds() {
        assertThat(Performance.exposure(new double[] {50, 0}, new double[] {100, 200}))
                .isEqualTo(0.25);
        assertThat(Performance.exposure(new double[] {50}, new double[] {0})).isNaN();
    }

    @Test
    void refuses_missing_returns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> performance(0.1, Double.NaN))
                .withMessageContaining("return 1 is NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> performance(Double.POSITIVE_INFINITY));
    }

    private static Performance performance(double... returns) {
        return Performance.of(returns, 8_760);
    }
}
