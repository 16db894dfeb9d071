package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The identity of a forecast")
class PredictionIdTest {

    private final Golden golden = Golden.vector("K2-");

    @Test
    void is_that_of_the_golden_vector() {
        byte[] rawRoot = MerkleTree.rootOfSet(rawHashes());
        byte[] featureLeaf = MerkleTree.leaf(featureRow());

        assertThat(Sha256.hex(rawRoot)).isEqualTo(text("rawRoot"));
        assertThat(Sha256.hex(featureLeaf)).isEqualTo(text("featureLeaf"));
        assertThat(Sha256.hex(PredictionId.of(featureLeaf, rawRoot, hashOf("modelUtf8"), hashOf("trainRootUtf8"))))
                .isEqualTo(text("predictionId"));
    }

    @Test
    void rests_on_the_sorted_distinct_hashes_of_its_payloads() {
        StringBuilder expected = new StringBuilder();
        golden.outputs().get("rawHashesSorted").forEach(hash -> expected.append(hash.asText()));

        assertThat(Sha256.hex(rawHashes())).isEqualTo(expected.toString());
    }

    @Test
    void changes_with_each_of_its_four_parts() {
        byte[] a = Sha256.of(new byte[] {1});
        byte[] b = Sha256.of(new byte[] {2});

        assertThat(List.of(
                        Sha256.hex(PredictionId.of(a, a, a, a)),
                        Sha256.hex(PredictionId.of(b, a, a, a)),
                        Sha256.hex(PredictionId.of(a, b, a, a)),
                        Sha256.hex(PredictionId.of(a, a, b, a)),
                        Sha256.hex(PredictionId.of(a, a, a, b))))
                .doesNotHaveDuplicates();
    }

    private byte[] rawHashes() {
        List<byte[]> hashes = new ArrayList<>();
        for (JsonNode payload : golden.inputs().get("rawPayloadsUtf8")) {
            hashes.add(Sha256.of(payload.asText().getBytes(StandardCharsets.UTF_8)));
        }
        return HashSets.union(hashes);
    }

    private byte[] featureRow() {
        JsonNode row = golden.inputs().get("featureRow");
        return new Encoding()
                .begin(3)
                .add(row.get(0).asText())
                .add(row.get(1).asText())
                .add(row.get(2).asLong())
                .bytes();
    }

    private byte[] hashOf(String input) {
        return Sha256.of(golden.inputs().get(input).asText().getBytes(StandardCharsets.UTF_8));
    }

    private String text(String output) {
        return golden.outputs().get(output).asText();
    }
}
