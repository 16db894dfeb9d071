package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tree of a day's rows")
class DayTreeTest {

    private final DayTree day = new DayTree();

    @Test
    void has_the_golden_root_in_whatever_order_rows_come() {
        Golden golden = Golden.vector("A2-");
        JsonNode rows = golden.inputs().get("rows");

        for (int row : new int[] {2, 0, 1, 0}) {
            day.add(key(row), EncodingTest.encode(rows.get(row), golden.inputs().get("types")));
        }

        assertThat(Sha256.hex(day.root()))
                .isEqualTo(golden.outputs().get("root").asText());
        assertThat(day.count()).isEqualTo(3);
    }

    @Test
    void sorts_keys_by_unsigned_bytes() {
        day.add(new byte[] {(byte) 0x80}, new byte[] {2});
        day.add(new byte[] {0x7f}, new byte[] {1});

        assertThat(day.root()).isEqualTo(MerkleTree.root(List.of(new byte[] {1}, new byte[] {2})));
    }

    @Test
    void of_no_rows_is_the_empty_tree() {
        assertThat(Sha256.hex(day.root()))
                .isEqualTo(Golden.vector("A2-").outputs().get("empty").asText());
    }

    @Test
    void refuses_two_different_rows_of_one_key() {
        day.add(key(1), new byte[] {1});

        assertThatIllegalStateException()
                .isThrownBy(() -> day.add(key(1), new byte[] {2}))
                .withMessage("KEY_CONFLICT: two different rows with row id %s; of each key a day holds one row"
                        .formatted(Sha256.hex(Sha256.of(key(1)))));
    }

    private static byte[] key(long row) {
        return new Encoding().begin(1).add(row).bytes();
    }
}
