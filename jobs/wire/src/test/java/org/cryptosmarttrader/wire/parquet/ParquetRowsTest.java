package org.cryptosmarttrader.wire.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Rows in a Parquet file")
class ParquetRowsTest {

    private static final RowSchema NOTES = new RowSchema(
            "notes",
            List.of(
                    ColumnSpec.text("pair", "canonical pair"),
                    ColumnSpec.instant("known_at", "when the row became available"),
                    ColumnSpec.number("price", "quote per base", "a price that repeats"),
                    ColumnSpec.number("signal", "none", "a number that does not"),
                    ColumnSpec.flag("healed", "whether computed again")),
            List.of("pair", "known_at"),
            "known_at");

    @TempDir
    Path folder;

    @Test
    void tell_the_schema_they_were_written_with() throws IOException {
        Path file = folder.resolve("notes.parquet");
        try (ParquetRowWriter writer = new ParquetRowWriter(new LocalOutputFile(file), NOTES, Map.of(), 1 << 20)) {
            writer.write(new RowBuilder(NOTES).build());
        }

        assertThat(ParquetRowReader.schemaOf(file)).isEqualTo(NOTES);
    }

    @Test
    void come_back_bit_by_bit() throws IOException {
        double[] odd = {
            Double.NaN,
            Double.longBitsToDouble(0x7ff8000000000123L),
            Double.longBitsToDouble(0xfff0000000000001L),
            -0.0,
            0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NEGATIVE_INFINITY
        };
        RowBuilder rows = new RowBuilder(NOTES);
        for (int i = 0; i < odd.length; i++) {
            String pair = i % 3 == 0 ? null : i % 3 == 1 ? "" : "ÄÖ/€uro";
            rows.row()
                    .set(0, pair)
                    .set(1, i % 2 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE)
                    .set(2, odd[i])
                    .set(3, odd[i])
                    .set(4, i % 2 == 0);
        }
        RowBatch written = rows.build();

        RowBatch read = read(write(written, 1 << 20));

        assertThat(read.strings(0)).containsExactly(written.strings(0));
        assertThat(read.longs(1)).containsExactly(written.longs(1));
        assertThat(bits(read.doubles(2))).containsExactly(bits(written.doubles(2)));
        assertThat(bits(read.doubles(3))).containsExactly(bits(written.doubles(3)));
        assertThat(read.booleans(4)).containsExactly(written.booleans(4));
    }

    @Test
    void come_back_in_order_over_many_row_groups_and_dictionaries_given_up() throws IOException {
        RowBatch written = many(60_000);
        Path file = write(written, 64 << 10);

        int groups = 0;
        try (ParquetRowReader reader = ParquetRowReader.open(file, NOTES)) {
            assertThat(reader.rows()).isEqualTo(60_000);
            for (RowBatch group = reader.next(); group != null; group = reader.next()) {
                groups++;
            }
        }
        RowBatch read = read(file);

        assertThat(groups).isGreaterThan(5);
        assertThat(read.strings(0)).containsExactly(written.strings(0));
        assertThat(read.longs(1)).containsExactly(written.longs(1));
        assertThat(read.doubles(2)).containsExactly(written.doubles(2));
    }

    @Test
    void share_one_object_per_text_of_a_row_group() throws IOException {
        RowBatch read = read(write(many(100), 1 << 20));

        assertThat(read.strings(0)[3]).isSameAs(read.strings(0)[10]);
    }

    @Test
    void may_be_none() throws IOException {
        Path file = write(new RowBuilder(NOTES).build(), 1 << 20);

        assertThat(read(file).rows()).isZero();
        try (ParquetRowReader reader = ParquetRowReader.open(file, NOTES)) {
            assertThat(reader.rows()).isZero();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void can_be_read_by_some_of_their_columns() throws IOException {
        Path file = write(many(10), 1 << 20);
        RowSchema some = new RowSchema(
                "notes", List.of(NOTES.columns().get(4), NOTES.columns().get(1)), List.of(), "known_at");

        try (ParquetRowReader reader = ParquetRowReader.open(file, some)) {
            RowBatch read = reader.all();

            assertThat(read.width()).isEqualTo(2);
            assertThat(read.booleans(0)).containsExactly(many(10).booleans(4));
            assertThat(read.longs(1)).containsExactly(many(10).longs(1));
        }
    }

    @Test
    void carry_what_each_column_means() throws IOException {
        Path file = folder.resolve("noted.parquet");
        new ParquetRowWriter(new LocalOutputFile(file), NOTES, Map.of("cst.run", "r1"), 1 << 20).close();

        try (ParquetRowReader reader = ParquetRowReader.open(file, NOTES)) {
            assertThat(reader.metadata())
                    .containsEntry("cst.run", "r1")
                    .containsEntry("cst.schema", NOTES.hash())
                    .containsEntry("cst.column.price", "quote per base: a price that repeats");
        }
    }

    @Test
    void show_instants_as_such_to_other_readers() throws IOException {
        Path file = write(many(10), 1 << 20);

        assertThat(typeOf(file, "known_at")).isEqualTo("required int64 known_at (TIMESTAMP(MILLIS,true))");
    }

    @Test
    void written_before_instants_were_shown_as_such_are_read_all_the_same() throws IOException {
        RowSchema plain = new RowSchema(
                "notes",
                List.of(
                        ColumnSpec.text("pair", ""),
                        ColumnSpec.whole("known_at", "", ""),
                        ColumnSpec.number("price", "", "")),
                List.of("pair"),
                "known_at");
        Path file = folder.resolve("plain.parquet");
        try (ParquetRowWriter writer = new ParquetRowWriter(new LocalOutputFile(file), plain, Map.of(), 1 << 20)) {
            writer.write(new RowBuilder(plain)
                    .row()
                    .set(0, "BTC/USD")
                    .set(1, 7L)
                    .set(2, 1.5)
                    .build());
        }
        assertThat(typeOf(file, "known_at")).isEqualTo("required int64 known_at");
        RowSchema some = new RowSchema("notes", NOTES.columns().subList(0, 3), List.of("pair"), "known_at");

        try (ParquetRowReader reader = ParquetRowReader.open(file, some)) {
            assertThat(reader.all().longs(1)).containsExactly(7);
        }
    }

    private static String typeOf(Path file, String column) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            return reader.getFileMetaData().getSchema().getType(column).toString();
        }
    }

    @Test
    void lacking_a_column_are_refused() throws IOException {
        Path file = write(many(10), 1 << 20);
        RowSchema wider = new RowSchema(
                "notes",
                List.of(NOTES.columns().get(1), ColumnSpec.number("volume", "base", "")),
                List.of(),
                "known_at");

        assertThatIOException()
                .isThrownBy(() -> ParquetRowReader.open(file, wider).close())
                .withMessage(
                        "%s: dataset notes needs column 'volume', the file has [pair, known_at, price, signal, healed]",
                        file);
    }

    @Test
    void with_a_column_of_another_type_are_refused() throws IOException {
        Path file = write(many(10), 1 << 20);
        RowSchema whole = new RowSchema(
                "notes", List.of(NOTES.columns().get(1), ColumnSpec.whole("price", "", "")), List.of(), "known_at");

        assertThatIOException()
                .isThrownBy(() -> ParquetRowReader.open(file, whole).close())
                .withMessage(
                        "%s: dataset notes needs column 'price' as required int64, the file has required double; write it again",
                        file);
    }

    @Test
    void cut_off_are_refused() throws IOException {
        Path file = write(many(1000), 1 << 20);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));

            assertThatIOException()
                    .as("first %d bytes", length)
                    .isThrownBy(() -> read(file))
                    .withMessageStartingWith(file + ": not a whole Parquet file (")
                    .withMessageEndingWith("); remove it or write it again");
        }
    }

    @Test
    void of_a_page_with_a_flipped_bit_are_refused() throws IOException {
        Path file = write(many(1000), 1 << 20);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 100; at < 2100; at += 97) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            Files.write(file, damaged);

            assertThatIOException()
                    .as("bit flipped in byte %d", at)
                    .isThrownBy(() -> read(file))
                    .withMessageStartingWith(file.toString());
        }
    }

    private static RowBatch many(int rows) {
        RowBuilder builder = new RowBuilder(NOTES);
        for (int i = 0; i < rows; i++) {
            builder.row()
                    .set(0, i % 7 == 3 ? "BTC/USD" : "P" + i)
                    .set(1, 1_600_000_000_000L + i)
                    .set(2, i % 10 / 8.0)
                    .set(3, StrictMath.sin(i))
                    .set(4, i % 3 == 0);
        }
        return builder.build();
    }

    private Path write(RowBatch rows, long rowGroupBytes) throws IOException {
        Path file = folder.resolve("notes.parquet");
        Files.deleteIfExists(file);
        try (ParquetRowWriter writer =
                new ParquetRowWriter(new LocalOutputFile(file), NOTES, Map.of(), rowGroupBytes)) {
            writer.write(rows);
        }
        return file;
    }

    private static RowBatch read(Path file) throws IOException {
        try (ParquetRowReader reader = ParquetRowReader.open(file, NOTES)) {
            return reader.all();
        }
    }

    /** Every NaN counts as the same, as in the encoding of rows; a dictionary keeps only one. */
    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }
}
