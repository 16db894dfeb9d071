package org.cryptosmarttrader.wire.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A Parquet file that anybody wrote")
class ParquetFuzzTest {

    private static final RowSchema NOTES = new RowSchema(
            "notes",
            List.of(
                    ColumnSpec.text("pair", "canonical pair"),
                    ColumnSpec.instant("known_at", "when the row became available"),
                    ColumnSpec.number("price", "quote per base", "a price"),
                    ColumnSpec.flag("healed", "whether computed again")),
            List.of("pair", "known_at"),
            "known_at");

    @TempDir
    static Path folder;

    static Stream<byte[]> files() throws IOException {
        byte[] whole = written();
        byte[] damaged = whole.clone();
        damaged[whole.length / 3] ^= 1;
        return Stream.of(whole, damaged, Arrays.copyOf(whole, whole.length / 2), new byte[] {'P', 'A', 'R', '1'});
    }

    private static byte[] written() throws IOException {
        Path file = Files.createTempDirectory("parquet").resolve("notes.parquet");
        RowBatch rows = new RowBatch("notes", 3, new Object[] {
            new String[] {"BTC/USD", null, "ETH/USD"},
            new long[] {1, 2, 3},
            new double[] {0.5, Double.NaN, -1},
            new boolean[] {true, false, true}
        });
        try (ParquetRowWriter writer = new ParquetRowWriter(new LocalOutputFile(file), NOTES, Map.of(), 1 << 16)) {
            writer.write(rows);
        }
        return Files.readAllBytes(file);
    }

    @MethodSource("files")
    @FuzzTest
    void is_read_row_by_row_or_refused_by_name(byte[] bytes) throws IOException {
        Path file = folder.resolve("notes.parquet");
        Files.write(file, bytes);
        try (ParquetTable table = new ParquetTable(new LocalInputFile(file), "notes.parquet")) {
            for (String[] row = table.next(); row != null; row = table.next()) {
                assertThat(row).hasSameSizeAs(table.columns());
            }
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining("notes.parquet");
        }
        try (ParquetRowReader reader = ParquetRowReader.open(file, NOTES)) {
            RowBatch all = reader.all();
            assertThat((long) all.rows()).isEqualTo(reader.rows());
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining("notes.parquet");
        }
    }
}
