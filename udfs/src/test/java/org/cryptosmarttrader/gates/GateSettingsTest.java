package org.cryptosmarttrader.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of the gates")
class GateSettingsTest {

    @Test
    void may_be_tightened() {
        GateSettings strict = new GateSettings(0.95, 4_032, 4);

        assertThat(strict.minimumConfidence()).isEqualTo(0.95);
        assertThat(new GateSettings(1, 2_016, 0)).isNotNull();
    }

    @Test
    void are_never_loosened() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateSettings(0.79, 2_016, 0))
                .withMessageStartingWith("conf/gates.yaml: confidence.minimum is 0.79")
                .withMessageContaining("never loosened");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateSettings(0.8, 2_015.9, 0))
                .withMessageStartingWith("conf/gates.yaml: training.minimumHours is 2015.9")
                .withMessageContaining("never loosened");
    }

    @Test
    void are_refused_if_they_make_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateSettings(80, 2_016, 0))
                .withMessageContaining("expected a probability");
        assertThatIllegalArgumentException().isThrownBy(() -> new GateSettings(Double.NaN, 2_016, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateSettings(0.8, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GateSettings(0.8, Double.POSITIVE_INFINITY, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateSettings(0.8, 2_016, -1))
                .withMessageContaining("training.minimumLiveWeeks");
    }

    @Test
    void name_all_their_faults_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateSettings(0.5, 100, Double.NaN))
                .withMessageContaining("confidence.minimum")
                .withMessageContaining("training.minimumHours")
                .withMessageContaining("training.minimumLiveWeeks");
    }
}
