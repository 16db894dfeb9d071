package org.cryptosmarttrader.wire.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Bytes from the topic of a dataset")
class RowCodecFuzzTest {

    private static final RowSchema NOTES = new RowSchema(
            "notes",
            List.of(
                    ColumnSpec.text("pair", "canonical pair"),
                    ColumnSpec.instant("known_at", "when the row became available"),
                    ColumnSpec.number("price", "quote per base", "a price"),
                    ColumnSpec.flag("healed", "whether computed again")),
            List.of("pair", "known_at"),
            "known_at");

    private final RowCodec codec = new RowCodec(NOTES);

    static Stream<byte[]> rows() {
        return Stream.of(
                new RowCodec(NOTES).encode(row("BTC/USD"), 0),
                new RowCodec(NOTES).encode(row(null), 0),
                // a third branch of a union of two; a text of 2^31 - 9 bytes that are not there
                new byte[] {4},
                new byte[] {2, (byte) 0xee, -1, -1, -1, 15});
    }

    private static RowBatch row(String pair) {
        return new RowBatch(
                "notes", 1, new Object[] {new String[] {pair}, new long[] {7}, new double[] {0.5}, new boolean[] {true}
                });
    }

    @MethodSource("rows")
    @FuzzTest
    void are_a_row_that_comes_back_as_it_was_or_are_refused(byte[] bytes) throws IOException {
        RowBatch row;
        try {
            row = codec.decode(bytes);
        } catch (IOException refused) {
            assertThat(refused).hasMessageStartingWith("not a row of notes: ");
            return;
        }
        byte[] again = codec.encode(row, 0);

        assertThat(codec.encode(codec.decode(again), 0)).isEqualTo(again);
    }
}
