package org.cryptosmarttrader.prediction.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cryptosmarttrader.provenance.HashSets;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The root over what rows rest on")
class InputRootsTest {

    private final InputRoots roots = new InputRoots();

    private static byte[] hash(String payload) {
        return Sha256.of(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] root(byte[]... hashes) {
        return MerkleTree.rootOfSet(HashSets.union(List.of(hashes)));
    }

    @Test
    void is_that_of_the_set_of_all_hashes() {
        assertThat(roots.of("USD", List.of(hash("a"), hash("b"), hash("a")))).isEqualTo(root(hash("a"), hash("b")));
    }

    @Test
    void follows_the_rows_from_tick_to_tick() {
        roots.of("USD", List.of(hash("a"), hash("b")));

        assertThat(roots.of("USD", List.of(hash("a"), hash("b")))).isEqualTo(root(hash("a"), hash("b")));
        assertThat(roots.of("USD", List.of(hash("a"), hash("c")))).isEqualTo(root(hash("a"), hash("c")));
        assertThat(roots.of("USD", List.of(hash("a")))).isEqualTo(root(hash("a")));
        assertThat(roots.of("USD", List.of(hash("a"), hash("d")))).isEqualTo(root(hash("a"), hash("d")));
    }

    @Test
    void is_kept_by_group() {
        roots.of("USD", List.of(hash("a")));

        assertThat(roots.of("EUR", List.of(hash("b")))).isEqualTo(root(hash("b")));
        assertThat(roots.of("USD", List.of(hash("a")))).isEqualTo(root(hash("a")));
    }
}
