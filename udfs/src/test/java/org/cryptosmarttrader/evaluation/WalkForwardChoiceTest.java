package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Choosing among trials as time goes on")
class WalkForwardChoiceTest {

    /** Good first, then bad. */
    private static final double[] FADING = {0.02, 0.01, 0.02, 0.01, -0.05, -0.05, -0.05, -0.04};

    /** Bad first, then good. */
    private static final double[] RISING = {-0.01, -0.02, -0.01, -0.02, 0.01, 0.02, 0.01, 0.02};

    private static final double[] IDLE = {0, 0, 0, 0, 0, 0, 0, 0};

    @Test
    void goes_by_the_window_before_and_takes_what_comes_after() {
        WalkForwardChoice choice = WalkForwardChoice.of(List.of(FADING, RISING), 4, 2);

        // at 4 the first was the better one; at 6 its window is 0.02, 0.01, -0.05, -0.05, the other's -0.01, -0.02,
        // 0.01, 0.02
        assertThat(choice.steps()).extracting(WalkForwardChoice.Step::chosen).containsExactly(0, 1);
        assertThat(choice.returns()).containsExactly(-0.05, -0.05, 0.01, 0.02);
        assertThat(choice.steps().get(1).from()).isEqualTo(6);
        assertThat(choice.steps().get(1).until()).isEqualTo(8);
        assertThat(choice.steps().get(1).sharpe()).isCloseTo(0, within(1e-15));
    }

    @Test
    void holds_nothing_where_no_trial_moved() {
        WalkForwardChoice choice = WalkForwardChoice.of(List.of(IDLE, IDLE), 4, 3);

        assertThat(choice.steps()).extracting(WalkForwardChoice.Step::chosen).containsOnly(WalkForwardChoice.NONE);
        assertThat(choice.returns()).containsOnly(0.0);
    }

    @Test
    void takes_the_first_of_equals() {
        assertThat(WalkForwardChoice.of(List.of(IDLE, RISING, RISING), 5, 8).steps())
                .extracting(WalkForwardChoice.Step::chosen)
                .containsExactly(1);
    }

    @Test
    void refuses_what_leaves_nothing_to_be_judged_by() {
        assertThatThrownBy(() -> WalkForwardChoice.of(List.of(FADING), 8, 1))
                .hasMessageContaining("1 trials of 8 periods, window 8");
        assertThatThrownBy(() -> WalkForwardChoice.of(List.of(), 4, 1)).hasMessageContaining("0 trials");
        assertThatThrownBy(() -> WalkForwardChoice.of(List.of(FADING, new double[3]), 4, 1))
                .hasMessageContaining("all as long");
    }
}
