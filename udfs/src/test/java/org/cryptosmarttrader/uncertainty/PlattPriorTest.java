package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Platt scaling with a prior")
class PlattPriorTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("G5-");
        double[] ups = Golden.numbers(golden.inputs().get("y"));
        PlattPrior prior = PlattPrior.of((int) golden.input("horizon"));

        PlattMap map = prior.fit(Golden.numbers(golden.inputs().get("p")), ups, others(ups));

        golden.check("weight", prior.weight());
        golden.check("a", map.a());
        golden.check("b", map.b());
        golden.check("p_at_0.6", map.apply(0.6));
    }

    @Test
    void trusts_outcomes_less_the_more_they_overlap() {
        assertThat(PlattPrior.of(1).weight()).isEqualTo(1);
        assertThat(PlattPrior.of(3).weight()).isEqualTo(1);
        assertThat(PlattPrior.of(10).weight()).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void is_the_identity_without_outcomes() {
        assertThat(PlattPrior.of(1).fit(new OutcomeHistogram())).isEqualTo(PlattMap.IDENTITY);
        assertThat(PlattPrior.of(1).fit(new double[0], new double[0], new double[0]))
                .isEqualTo(PlattMap.IDENTITY);
    }

    @Test
    void finds_where_likelihood_and_prior_balance() {
        assertBalance(new double[] {0.2, 0.5, 0.9}, new double[] {3, 40, 11}, new double[] {10, 20, 9}, 1e-11);
    }

    @Test
    void finds_it_where_shift_and_slope_are_hard_to_tell_apart() {
        double[] allHigh = {0.9, 0.92, 0.95};
        assertBalance(allHigh, new double[] {3e5, 2e5, 4e5}, new double[] {1e5, 3e5, 2e5}, 1e-6);
    }

    /** At the maximum the derivatives of weight · log likelihood and of the log prior cancel. */
    private static void assertBalance(double[] probabilities, double[] ups, double[] downs, double accuracy) {
        PlattMap map = new PlattPrior(0.5).fit(probabilities, ups, downs);

        double byA = 0;
        double byB = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double residual = ups[i] - (ups[i] + downs[i]) * map.apply(probabilities[i]);
            byA += residual;
            byB += residual * StrictMath.log(probabilities[i] / (1 - probabilities[i]));
        }
        assertThat(0.5 * byA).isCloseTo(map.a() / 0.25, within(accuracy));
        assertThat(0.5 * byB).isCloseTo((map.b() - 1) / 0.25, within(accuracy));
    }

    @Test
    void stays_near_the_identity_where_an_undamped_fit_diverges() {
        PlattMap map = PlattPrior.of(1).fit(new double[] {0.4, 0.6}, new double[] {0, 1}, new double[] {1, 0});

        assertThat(map.a()).isCloseTo(0, within(1e-12));
        assertThat(map.b()).isBetween(1.0, 1.5);
    }

    @Test
    void bears_forecasts_that_were_as_sure_as_wrong() {
        PlattMap map = PlattPrior.of(1).fit(new double[] {0, 1}, new double[] {1e6, 0}, new double[] {0, 1e6});

        // every outcome belied the forecast: the slope turns round
        assertThat(map.b()).isNegative();
        assertThat(map.apply(0)).isGreaterThan(0.9);
    }

    @Test
    void mirrors_when_ups_and_downs_are_exchanged() {
        double[] probabilities = {0.3, 0.6, 0.7};
        double[] mirrored = {0.7, 0.4, 0.3};
        double[] ups = {2, 5, 9};
        double[] downs = {6, 5, 2};

        PlattMap map = PlattPrior.of(1).fit(probabilities, ups, downs);
        PlattMap mirror = PlattPrior.of(1).fit(mirrored, downs, ups);

        assertThat(mirror.a()).isCloseTo(-map.a(), within(1e-12));
        assertThat(mirror.b()).isCloseTo(map.b(), within(1e-12));
    }

    @Test
    void fits_a_histogram_as_if_each_outcome_stood_in_the_middle_of_its_bin() {
        OutcomeHistogram outcomes = new OutcomeHistogram();
        outcomes.add(0.3, false);
        outcomes.add(0.3, true);
        outcomes.add(0.7, true);
        double low = OutcomeHistogram.middle(307);
        double high = OutcomeHistogram.middle(716);

        PlattMap ofPoints = PlattPrior.of(1).fit(new double[] {low, high}, new double[] {1, 1}, new double[] {1, 0});

        PlattMap ofHistogram = PlattPrior.of(1).fit(outcomes);
        assertThat(ofHistogram.a()).isCloseTo(ofPoints.a(), within(1e-12));
        assertThat(ofHistogram.b()).isCloseTo(ofPoints.b(), within(1e-12));
    }

    @Test
    void refuses_missing_forecasts_and_weights() {
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlattPrior.of(1).fit(new double[] {Double.NaN}, one, one))
                .withMessageContaining("point 0 has forecast NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlattPrior.of(1).fit(new double[] {0.5}, new double[] {-1}, one));
        assertThatIllegalArgumentException().isThrownBy(() -> PlattPrior.of(1).fit(new double[] {0.5, 0.5}, one, one));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlattPrior(0));
    }

    private static double[] others(double[] ups) {
        double[] downs = new double[ups.length];
        for (int i = 0; i < ups.length; i++) {
            downs[i] = 1 - ups[i];
        }
        return downs;
    }
}
