package org.cryptosmarttrader.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.LongStream;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The uniqueness of labels")
class UniquenessTest {

    @Test
    void is_that_of_the_golden_vector() {
        Golden golden = Golden.vector("F6-");
        JsonNode intervals = golden.inputs().get("intervalsInclusiveHours");
        long[] first = new long[intervals.size()];
        long[] last = new long[intervals.size()];
        for (int label = 0; label < first.length; label++) {
            first[label] = intervals.get(label).get(0).asLong();
            last[label] = intervals.get(label).get(1).asLong();
        }

        double[] weights = Uniqueness.weights(first, last);

        double[] expected = Golden.numbers(golden.outputs().get("weights"));
        assertThat(weights).hasSameSizeAs(expected);
        for (int label = 0; label < weights.length; label++) {
            golden.check("weight " + label, weights[label], expected[label]);
        }
    }

    @Test
    void is_whole_for_a_label_that_overlaps_with_none() {
        assertThat(Uniqueness.weights(new long[] {10, 20}, new long[] {19, 29})).containsExactly(1, 1);
    }

    @Test
    void is_a_part_of_the_horizon_where_a_label_begins_in_each_bar() {
        long[] first = LongStream.range(1_000, 1_200).toArray();
        long[] last = LongStream.range(1_023, 1_223).toArray();

        double[] weights = Uniqueness.weights(first, last);

        // 24 labels are alive in every bar of a label that is far from both ends
        assertThat(weights[100]).isCloseTo(1 / 24.0, within(1e-15));
        // the first bar has one label, the next two, ... : the harmonic mean's sum
        double sum = 0;
        for (int alive = 1; alive <= 24; alive++) {
            sum += 1.0 / alive;
        }
        assertThat(weights[0]).isCloseTo(sum / 24, within(1e-15));
        assertThat(weights[199]).isCloseTo(sum / 24, within(1e-15));
    }

    @Test
    void of_none_is_none() {
        assertThat(Uniqueness.weights(new long[0], new long[0])).isEmpty();
    }

    @Test
    void is_refused_to_labels_out_of_order() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uniqueness.weights(new long[] {5, 4}, new long[] {6, 5}))
                .withMessageContaining("label 1 lives from bar 4 to 5");
        assertThatIllegalArgumentException().isThrownBy(() -> Uniqueness.weights(new long[] {5}, new long[] {4}));
    }
}
