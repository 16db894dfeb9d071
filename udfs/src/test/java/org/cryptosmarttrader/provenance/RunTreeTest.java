package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tree of a run's days")
class RunTreeTest {

    private final Golden golden = Golden.vector("A3-");
    private final JsonNode days = golden.inputs().get("days");
    private final RunTree run = new RunTree();

    @Test
    void has_the_golden_root_whichever_day_closes_first() {
        add(days.get(1));
        add(days.get(0));

        assertThat(Sha256.hex(run.root()))
                .isEqualTo(golden.outputs().get("root").asText());
    }

    @Test
    void counts_a_day_once() {
        add(days.get(0));
        add(days.get(1));
        add(days.get(1));

        assertThat(Sha256.hex(run.root()))
                .isEqualTo(golden.outputs().get("root").asText());
    }

    @Test
    void of_no_days_is_the_empty_tree() {
        assertThat(run.root()).isEqualTo(MerkleTree.root(List.of()));
    }

    @Test
    void refuses_a_second_root_for_a_day() {
        run.add(18_628, Sha256.of(new byte[] {1}));

        assertThatIllegalStateException()
                .isThrownBy(() -> run.add(18_628, Sha256.of(new byte[] {2})))
                .withMessageContaining("run tree: day 18628 has root")
                .withMessageContaining("a closed day does not change");
    }

    private void add(JsonNode day) {
        run.add(day.get(0).asLong(), Sha256.parse(day.get(1).asText()));
    }
}
