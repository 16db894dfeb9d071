package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The chain of a log")
class HashChainTest {

    @Test
    void is_that_of_the_golden_vector() {
        Golden golden = Golden.vector("K1-");
        JsonNode chain = golden.outputs().get("chain");
        byte[] head = HashChain.genesis();

        for (int i = 0; i < chain.size(); i++) {
            head = HashChain.next(head, golden.inputs().get("entries").get(i).asText());

            assertThat(Sha256.hex(head)).isEqualTo(chain.get(i).asText());
        }
    }

    @Test
    void changes_with_the_order_of_its_lines() {
        byte[] oneTwo = HashChain.next(HashChain.next(HashChain.genesis(), "1"), "2");
        byte[] twoOne = HashChain.next(HashChain.next(HashChain.genesis(), "2"), "1");

        assertThat(oneTwo).isNotEqualTo(twoOne);
    }
}
