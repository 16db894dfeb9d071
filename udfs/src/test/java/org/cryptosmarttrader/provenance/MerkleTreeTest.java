package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The Merkle tree")
class MerkleTreeTest {

    @Test
    void of_a_day_is_that_of_the_golden_vector() {
        Golden golden = Golden.vector("A2-");
        List<byte[]> rows = new ArrayList<>();
        for (JsonNode row : golden.inputs().get("rows")) {
            rows.add(EncodingTest.encode(row, golden.inputs().get("types")));
        }

        for (int i = 0; i < rows.size(); i++) {
            assertThat(Sha256.hex(MerkleTree.leaf(rows.get(i))))
                    .isEqualTo(golden.outputs().get("leaves").get(i).asText());
        }
        assertThat(Sha256.hex(MerkleTree.root(rows)))
                .isEqualTo(golden.outputs().get("root").asText());
        assertThat(Sha256.hex(MerkleTree.root(List.of())))
                .isEqualTo(golden.outputs().get("empty").asText());
    }

    @Test
    void splits_at_the_largest_power_of_two_below_the_count() {
        List<byte[]> data = bytes("abcdefg");
        byte[] left = node(node(leaf("a"), leaf("b")), node(leaf("c"), leaf("d")));
        byte[] right = node(node(leaf("e"), leaf("f")), leaf("g"));

        assertThat(MerkleTree.root(data)).isEqualTo(node(left, right));
        assertThat(MerkleTree.root(data.subList(0, 4))).isEqualTo(left);
        assertThat(MerkleTree.root(data.subList(0, 5))).isEqualTo(node(left, leaf("e")));
        assertThat(MerkleTree.root(data.subList(0, 1))).isEqualTo(leaf("a"));
    }

    @Test
    void over_a_set_takes_each_hash_as_the_data_of_a_leaf() {
        byte[] one = Sha256.of(new byte[] {1});
        byte[] two = Sha256.of(new byte[] {2});
        byte[] set = HashSets.union(List.of(one, two));
        List<byte[]> sorted = Sha256.hex(one).compareTo(Sha256.hex(two)) < 0 ? List.of(one, two) : List.of(two, one);

        assertThat(MerkleTree.rootOfSet(set)).isEqualTo(MerkleTree.root(sorted));
        assertThat(MerkleTree.rootOfSet(new byte[0])).isEqualTo(MerkleTree.root(List.of()));
    }

    private static List<byte[]> bytes(String letters) {
        return letters.chars().mapToObj(letter -> new byte[] {(byte) letter}).toList();
    }

    private static byte[] leaf(String data) {
        return Sha256.of(new byte[] {0}, data.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] node(byte[] left, byte[] right) {
        byte[] both = new byte[1 + 2 * Sha256.BYTES];
        both[0] = 1;
        System.arraycopy(left, 0, both, 1, Sha256.BYTES);
        System.arraycopy(right, 0, both, 1 + Sha256.BYTES, Sha256.BYTES);
        return Sha256.of(both);
    }
}
