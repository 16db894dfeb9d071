package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The skill of a forecast")
class SkillScoreTest {

    private static final StationaryBootstrap DRAWS = new StationaryBootstrap(2, 200, 3);

    @Test
    void is_the_share_of_the_references_loss_that_it_avoided() {
        SkillScore skill = new SkillScore(values(1, 2, 1), values(2, 2, 4), new long[] {1, 1, 2});

        assertThat(skill.value()).isEqualTo(0.5);
        assertThat(skill.rows()).isEqualTo(3);
    }

    @Test
    void is_negative_if_it_lost_more() {
        assertThat(new SkillScore(values(3), values(2), new long[] {1}).value()).isEqualTo(-0.5);
    }

    @Test
    void is_as_sure_as_it_is_the_same_everywhere() {
        double[] loss = new double[100];
        double[] reference = new double[100];
        for (int i = 0; i < 100; i++) {
            reference[i] = 1 + i % 7;
            loss[i] = 0.75 * reference[i];
        }
        SkillScore skill =
                new SkillScore(loss, reference, LongStream.range(0, 100).toArray());

        assertThat(skill.interval(DRAWS).lower()).isCloseTo(0.25, within(1e-12));
        assertThat(skill.interval(DRAWS).upper()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void draws_the_rows_of_a_decision_together() {
        // within each decision one row lost all and one nothing: drawn apart, the skill would vary
        double[] loss = new double[200];
        double[] reference = new double[200];
        long[] decisions = new long[200];
        for (int i = 0; i < 200; i++) {
            loss[i] = i % 2;
            reference[i] = 1;
            decisions[i] = i / 2;
        }

        assertThat(new SkillScore(loss, reference, decisions).interval(DRAWS))
                .isEqualTo(new StationaryBootstrap.Interval(0.5, 0.5));
    }

    @Test
    void is_not_known_without_rows_or_against_a_reference_that_lost_nothing() {
        SkillScore none = new SkillScore(values(), values(), new long[0]);

        assertThat(none.value()).isNaN();
        assertThat(none.interval(DRAWS).lower()).isNaN();
        assertThat(new SkillScore(values(1), values(0), new long[] {1}).value()).isNaN();
    }

    @Test
    void refuses_missing_losses_and_decisions_out_of_order() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SkillScore(values(Double.NaN), values(1), new long[] {1}))
                .withMessageContaining("a loss of row 0 is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SkillScore(values(1, 1), values(1, 1), new long[] {2, 1}))
                .withMessageContaining("decision 1 after 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new SkillScore(values(1), values(1, 1), new long[] {1}));
    }

    private static double[] values(double... values) {
        return values;
    }
}
