package org.cryptosmarttrader.serving.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Copies of files")
@Timeout(60)
class FileCopiesTest {

    private static final RowSchema SCHEMA = new RowSchema(
            "prices",
            List.of(
                    ColumnSpec.instant("at", "tick"),
                    ColumnSpec.text("pair", "pair"),
                    ColumnSpec.number("close", "", "")),
            List.of("pair", "at"),
            "at");
    private static final long DAY = 2;

    private static final String FILES = "read_parquet";

    @TempDir
    private Path folder;

    private DuckDb duckDb;
    private FileCopies copies;

    @BeforeEach
    void start() throws Exception {
        duckDb = new DuckDb();
        copies = new FileCopies(duckDb, FileCopies.MOST_BYTES);
    }

    @AfterEach
    void stop() throws Exception {
        copies.close();
        duckDb.close();
    }

    /** A file of a tick: ETH in front of BTC, as no key would have it. */
    private void file(int hour) throws Exception {
        file(DAY, hour);
    }

    private void file(long number, int hour) throws Exception {
        RowBatch rows = RowBatch.of(SCHEMA, 2);
        for (int row = 0; row < 2; row++) {
            rows.longs(0)[row] = number * 86_400_000 + hour * 3_600_000L;
            rows.strings(1)[row] = row == 0 ? "ETH" : "BTC";
            rows.doubles(2)[row] = 10 * hour + row;
        }
        Path day = Files.createDirectories(folder.resolve("date=" + LocalDate.ofEpochDay(number)));
        try (ParquetRowWriter writer = new ParquetRowWriter(
                new LocalOutputFile(day.resolve("part-%02d.parquet".formatted(hour))), SCHEMA, Map.of(), 1 << 20)) {
            writer.write(rows);
        }
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private String table() throws Exception {
        return copies.table(SCHEMA, files());
    }

    /** Asks again and again, until no file is read. */
    private String tableOnceCopied() throws Exception {
        String table = table();
        while (table.contains(FILES)) {
            Thread.onSpinWait();
            table = table();
        }
        return table;
    }

    private List<Object> column(String table, String column) throws Exception {
        List<Object> found = new ArrayList<>();
        duckDb.read(
                new Sql("SELECT * FROM " + table), (columns, values) -> found.add(values.get(columns.indexOf(column))));
        return found;
    }

    @Test
    void hold_the_rows_of_all_files_sorted_by_key() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            file(hour);
        }

        String table = tableOnceCopied();

        assertThat(table).contains("copies.\"prices_");
        assertThat(column(table, "pair")).containsExactly("BTC", "BTC", "BTC", "BTC", "ETH", "ETH", "ETH", "ETH");
        assertThat(column(table, "close")).containsExactly(1.0, 11.0, 21.0, 31.0, 0.0, 10.0, 20.0, 30.0);
    }

    @Test
    void leave_the_files_to_be_read_that_came_since() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            file(hour);
        }
        tableOnceCopied();
        file(4);

        String table = table();

        assertThat(table).contains("copies.\"prices_", FILES, "part-04").doesNotContain("part-03");
        assertThat(column(table, "close")).hasSize(10).contains(40.0, 41.0);
    }

    @Test
    void grow_by_the_files_that_came_when_they_are_many() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            file(hour);
        }
        String before = tableOnceCopied();
        for (int hour = 4; hour < 8; hour++) {
            file(hour);
        }
        assertThat(column(table(), "close")).hasSize(16).doesNotHaveDuplicates();

        String after = tableOnceCopied();

        assertThat(column(after, "close")).hasSize(16).doesNotHaveDuplicates();
        // a statement made of the files there were then does not see what came since
        assertThat(column(before, "close")).hasSize(8);
    }

    @Test
    void are_not_made_of_a_few_files() throws Exception {
        for (int hour = 0; hour < 3; hour++) {
            file(0, hour);
        }
        copies.table(SCHEMA, files());
        for (int hour = 0; hour < 4; hour++) {
            file(1, hour);
        }

        // files are copied one after the other: once a later question's are, an earlier one's would be
        List<Path> later = files().subList(3, 7);
        while (copies.table(SCHEMA, later).contains(FILES)) {
            Thread.onSpinWait();
        }

        assertThat(table()).contains("1970-01-01/part-00", "1970-01-01/part-02").doesNotContain("1970-01-02");
        assertThat(column(table(), "close")).hasSize(2 * (3 + 4));
    }

    @Test
    void give_way_to_what_is_asked_for_when_they_are_too_large() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            file(0, hour);
            file(1, hour);
        }
        List<Path> first = files().subList(0, 4);
        List<Path> second = files().subList(4, 8);
        copies.close();
        // one byte less than both take
        long both = first.stream().mapToLong(file -> file.toFile().length()).sum()
                + second.stream().mapToLong(file -> file.toFile().length()).sum();
        copies = new FileCopies(duckDb, both - 1);
        while (copies.table(SCHEMA, first).contains(FILES)) {
            Thread.onSpinWait();
        }
        String before = copies.table(SCHEMA, first);

        while (copies.table(SCHEMA, second).contains(FILES)) {
            Thread.onSpinWait();
        }

        assertThat(copies.table(SCHEMA, first)).contains(FILES).doesNotContain("copies.");
        // a statement under way still has its table
        assertThat(column(before, "close")).hasSize(8);
    }

    @Test
    void leave_files_that_cannot_be_copied_to_be_read() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            file(0, hour);
        }
        Files.writeString(folder.resolve("date=1970-01-01/part-00.parquet"), "no Parquet");
        copies.table(SCHEMA, files());
        for (int hour = 0; hour < 4; hour++) {
            file(1, hour);
        }

        String table = table();
        while (!table.contains("copies.")) {
            Thread.onSpinWait();
            table = table();
        }

        assertThat(table).contains("1970-01-01/part-00", "1970-01-01/part-01").doesNotContain("1970-01-02");
    }
}
