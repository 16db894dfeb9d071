package org.cryptosmarttrader.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A contest")
class ContestTest {

    private final List<String> turns = new ArrayList<>();

    private record Given(Ways ways) implements Bench {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public String unit() {
            return "things";
        }

        @Override
        public String meaning() {
            return "things counted";
        }

        @Override
        public Ways over(Load load) {
            return ways;
        }
    }

    private Ways.Body way(String name, long units, long checksum) {
        return () -> {
            turns.add(name);
            return new Ways.Done(units, () -> checksum);
        };
    }

    private Measurement measure(Contest contest, Ways ways) throws Exception {
        return contest.measure(new Given(ways), null);
    }

    @Test
    void lets_the_ways_take_turns_and_counts_what_each_did() throws Exception {
        Measurement found =
                measure(new Contest(1, 2), new Ways(way("product", 7, 1), way("loop", 7, 1), way("flink", 3, 0)));

        assertThat(turns)
                .containsExactly("product", "loop", "flink", "product", "loop", "flink", "product", "loop", "flink");
        assertThat(found.units()).isEqualTo(7);
        assertThat(found.product().unitsPerSecond()).isPositive();
    }

    @Test
    void has_no_figure_for_a_loop_with_another_result() {
        assertThatIllegalStateException()
                .isThrownBy(() -> measure(
                        new Contest(0, 1), new Ways(way("product", 7, 1), way("loop", 7, 2), way("flink", 7, 0))))
                .withMessage(
                        "bench count: the bare loop did 7 things with checksum 0000000000000002, the product first did 7 with 0000000000000001; no speed is worth saying, report it");
    }

    @Test
    void has_no_figure_for_a_product_that_did_nothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> measure(
                        new Contest(0, 1), new Ways(way("product", 0, 0), way("loop", 0, 0), way("flink", 7, 0))))
                .withMessageContaining("the product did 0 things");
    }

    @Test
    void has_no_figure_for_a_flink_job_that_saw_nothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> measure(
                        new Contest(0, 1), new Ways(way("product", 7, 1), way("loop", 7, 1), way("flink", 0, 0))))
                .withMessage("bench count: nothing came out of the bare Flink job; report it");
    }
}
