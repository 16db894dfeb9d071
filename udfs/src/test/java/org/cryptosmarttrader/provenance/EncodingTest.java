package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The canonical encoding of a row")
class EncodingTest {

    @Test
    void is_that_of_the_golden_row() {
        Golden golden = Golden.vector("A1-");
        byte[] row = encode(golden.inputs().get("row"), golden.inputs().get("types"));

        assertThat(Sha256.hex(row)).isEqualTo(golden.outputs().get("hex").asText());
        assertThat(Sha256.hex(Sha256.of(row)))
                .isEqualTo(golden.outputs().get("sha256").asText());
        assertThat(Sha256.hex(MerkleTree.leaf(row)))
                .isEqualTo(golden.outputs().get("leaf").asText());
    }

    @Test
    void of_a_key_identifies_the_row() {
        Golden golden = Golden.vector("A4-");
        byte[] key = encode(golden.inputs().get("key"), golden.inputs().get("types"));

        assertThat(Sha256.hex(key)).isEqualTo(golden.outputs().get("hex").asText());
        assertThat(Sha256.hex(Sha256.of(key)))
                .isEqualTo(golden.outputs().get("rowId").asText());
    }

    @Test
    void knows_one_nan_and_one_zero() {
        double otherNan = Double.longBitsToDouble(0xfff8_0000_0000_0001L);

        assertThat(Double.isNaN(otherNan)).isTrue();
        assertThat(new Encoding().begin(1).add(otherNan).bytes())
                .isEqualTo(new Encoding().begin(1).add(Double.NaN).bytes());
        assertThat(new Encoding().begin(1).add(-0.0).bytes())
                .isEqualTo(new Encoding().begin(1).add(0.0).bytes());
        assertThat(new Encoding().begin(1).add(-Double.MIN_VALUE).bytes())
                .isNotEqualTo(new Encoding().begin(1).add(0.0).bytes());
    }

    @Test
    void composes_letters_before_it_counts_their_bytes() {
        String composed = "Zürich";
        String decomposed = "Zu\u0308rich";

        assertThat(new Encoding().begin(1).add(decomposed).bytes())
                .isEqualTo(new Encoding().begin(1).add(composed).bytes());
        assertThat(Sha256.hex(new Encoding().begin(1).add("Zü").bytes()))
                .isEqualTo("00000001" + "03" + "00000003" + "5ac3bc");
    }

    @Test
    void tells_null_from_empty_and_bytes_from_text() {
        assertThat(Sha256.hex(new Encoding().begin(1).add((String) null).bytes()))
                .isEqualTo("00000001" + "00");
        assertThat(Sha256.hex(new Encoding().begin(1).add((byte[]) null).bytes()))
                .isEqualTo("00000001" + "00");
        assertThat(Sha256.hex(new Encoding().begin(1).add("").bytes())).isEqualTo("00000001" + "03" + "00000000");
        assertThat(Sha256.hex(new Encoding().begin(1).add(new byte[] {7}).bytes()))
                .isEqualTo("00000001" + "05" + "00000001" + "07");
        assertThat(Sha256.hex(new Encoding().begin(1).add(false).bytes())).isEqualTo("00000001" + "04" + "00");
    }

    @Test
    void can_be_begun_again_and_outgrow_its_buffer() {
        Encoding encoding = new Encoding();
        encoding.begin(2).add("x".repeat(5_000)).add(1L);

        assertThat(encoding.bytes()).hasSize(4 + 5 + 5_000 + 9);
        assertThat(Sha256.hex(encoding.begin(1).addNull().bytes())).isEqualTo("00000001" + "00");
    }

    @Test
    void refuses_a_row_with_more_or_fewer_fields_than_it_says() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Encoding().begin(3).add(1L).bytes())
                .withMessage("row encoding: 2 fields fewer than announced; correct the number in begin()");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Encoding().begin(1).add(1L).add(true).bytes())
                .withMessageContaining("1 fields more than announced");
    }

    /** Encodes a golden row by its declared types. */
    static byte[] encode(JsonNode row, JsonNode types) {
        Encoding encoding = new Encoding().begin(row.size());
        for (int i = 0; i < row.size(); i++) {
            switch (types.get(i).asText()) {
                case "string" -> encoding.add(row.get(i).asText());
                case "long" -> encoding.add(row.get(i).asLong());
                case "double" -> encoding.add(Golden.number(row.get(i)));
                case "boolean" -> encoding.add(row.get(i).asBoolean());
                case "null" -> encoding.addNull();
                default -> throw new IllegalArgumentException(types.get(i).asText());
            }
        }
        return encoding.bytes();
    }
}
