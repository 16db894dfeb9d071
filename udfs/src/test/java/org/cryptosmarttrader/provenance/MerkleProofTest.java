package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Merkle proof")
class MerkleProofTest {

    /** The tree of seven leaves of RFC 6962, 2.1.3, with its letters. */
    private final List<byte[]> leaves = "0123456"
            .chars()
            .mapToObj(letter -> MerkleTree.leaf(Character.toString(letter).getBytes(StandardCharsets.UTF_8)))
            .toList();

    private final byte[] a = leaves.get(0);
    private final byte[] b = leaves.get(1);
    private final byte[] c = leaves.get(2);
    private final byte[] d = leaves.get(3);
    private final byte[] e = leaves.get(4);
    private final byte[] f = leaves.get(5);
    private final byte[] j = leaves.get(6);
    private final byte[] g = MerkleTree.node(a, b);
    private final byte[] h = MerkleTree.node(c, d);
    private final byte[] i = MerkleTree.node(e, f);
    private final byte[] k = MerkleTree.node(g, h);
    private final byte[] l = MerkleTree.node(i, j);

    @Test
    void holds_what_the_example_of_the_rfc_holds() {
        assertThat(new MerkleNodes(leaves).proof(0).siblings()).containsExactly(b, h, l);
        assertThat(new MerkleNodes(leaves).proof(3).siblings()).containsExactly(c, g, l);
        assertThat(new MerkleNodes(leaves).proof(4).siblings()).containsExactly(f, j, k);
        assertThat(new MerkleNodes(leaves).proof(6).siblings()).containsExactly(i, k);
    }

    @Test
    void leads_every_leaf_of_trees_of_many_sizes_to_their_root_and_no_other_leaf() {
        int compared = 0;
        for (int size = 1; size <= 70; size++) {
            List<byte[]> some = some(size);
            byte[] root = MerkleTree.rootOfLeaves(some);
            MerkleNodes nodes = new MerkleNodes(some);
            assertThat(nodes.root()).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                MerkleProof proof = nodes.proof(index);
                assertThat(proof.root(some.get(index))).isEqualTo(root);
                assertThat(proof.root(MerkleTree.leaf(new byte[] {1, 2, 3}))).isNotEqualTo(root);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(70 * 71 / 2);
    }

    @Test
    void of_another_place_or_another_tree_leads_elsewhere() {
        MerkleProof proof = new MerkleNodes(leaves).proof(3);

        assertThat(new MerkleProof(2, 7, proof.siblings()).root(d)).isNotEqualTo(MerkleTree.rootOfLeaves(leaves));
    }

    @Test
    void with_a_hash_too_many_or_too_few_is_refused() {
        assertThatThrownBy(() -> new MerkleProof(0, 7, List.of(b, h)).root(a))
                .hasMessage("proof: 2 hashes do not lead from leaf 0 of 7 to a root");
        assertThatThrownBy(() -> new MerkleProof(0, 7, List.of(b, h, l, l)).root(a))
                .hasMessage("proof: 4 hashes do not lead from leaf 0 of 7 to a root");
        assertThatThrownBy(() -> new MerkleNodes(leaves).proof(7))
                .hasMessage("proof: leaf 7 of 7; leaves count from 0");
    }

    private static List<byte[]> some(int size) {
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(number -> MerkleTree.leaf(new byte[] {(byte) number}))
                .toList());
    }
}
