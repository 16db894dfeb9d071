package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ensemble")
class EnsembleTest {

    private static final double NONE = Double.NaN;

    @Test
    void weighs_members_by_how_much_better_than_a_coin_they_were() {
        Golden golden = Golden.vector("H5-");
        JsonNode members = golden.inputs().get("members");
        double[] probabilities = new double[members.size()];
        double[] weights = new double[members.size()];
        for (int i = 0; i < members.size(); i++) {
            JsonNode p = members.get(i).get("p");
            probabilities[i] = p.isNull() ? NONE : p.asDouble();
            weights[i] = Ensemble.weight(members.get(i).get("brier").asDouble());
        }

        Ensemble ensemble = Ensemble.of(probabilities, weights);

        assertThat(ensemble.probability()).isCloseTo(golden.outputs().get("p").asDouble(), within(1e-10));
        assertThat(ensemble.votingShare())
                .isCloseTo(golden.outputs().get("votingWeightShare").asDouble(), within(1e-10));
        assertThat(ensemble.agreement())
                .isCloseTo(golden.outputs().get("agreement").asDouble(), within(1e-10));
    }

    @Test
    void gives_no_weight_to_a_coin_to_worse_and_to_the_unknown() {
        assertThat(Ensemble.weight(0.2)).isCloseTo(0.05, within(1e-15));
        assertThat(Ensemble.weight(0.25)).isZero();
        assertThat(Ensemble.weight(0.3)).isZero();
        assertThat(Ensemble.weight(NONE)).isZero();
    }

    @Test
    void abstains_if_voters_hold_less_than_half_of_all_weight() {
        Ensemble half = Ensemble.of(new double[] {0.7, NONE}, new double[] {1, 1});
        Ensemble less = Ensemble.of(new double[] {0.7, NONE}, new double[] {1, 1.5});

        assertThat(half.probability()).isCloseTo(0.7, within(1e-15));
        assertThat(half.abstains()).isFalse();
        assertThat(less.abstains()).isTrue();
        assertThat(less.votingShare()).isCloseTo(0.4, within(1e-15));
        assertThat(less.agreement()).isNaN();
    }

    @Test
    void abstains_if_nobody_has_any_weight() {
        assertThat(Ensemble.of(new double[] {0.9, 0.8}, new double[] {0, 0})).isEqualTo(Ensemble.SILENT);
        assertThat(Ensemble.of(new double[0], new double[0])).isEqualTo(Ensemble.SILENT);
    }

    @Test
    void counts_one_half_as_no_rise_on_both_sides() {
        Ensemble ensemble = Ensemble.of(new double[] {0.5, 0.5}, new double[] {1, 3});

        assertThat(ensemble.agreement()).isEqualTo(1);
    }

    @Test
    void refuses_a_weight_without_its_member() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ensemble.of(new double[] {0.5}, new double[] {1, 1}))
                .withMessageContaining("1 probabilities, 2 weights");
    }
}
