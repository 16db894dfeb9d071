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

@DisplayName("Copies of days")
@Timeout(60)
class DayCopiesTest {

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
    private DayCopies copies;

    @BeforeEach
    void start() throws Exception {
        duckDb = new DuckDb();
        copies = new DayCopies(duckDb);
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

    private String table(long today) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return copies.table(
                    SCHEMA,
                    files.filter(Files::isRegularFile)
                            .sorted(Comparator.naturalOrder())
                            .toList(),
                    today);
        }
    }

    private String tableOnceCopied() throws Exception {
        String table = table(DAY);
        while (!table.contains("copies.\"prices_")) {
            Thread.onSpinWait();
            table = table(DAY);
        }
        return table;
    }

    private List<Object> column(String table, String column) throws Exception {
        List<Object> values = new ArrayList<>();
        duckDb.rows(new Sql("SELECT * FROM " + table)).forEach(row -> values.add(row.get(column)));
        return values;
    }

    @Test
    void hold_the_rows_of_all_files_sorted_by_key() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            file(hour);
        }

        String table = tableOnceCopied();

        assertThat(table).doesNotContain(FILES);
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

        String table = table(DAY);

        assertThat(table).contains("copies.\"prices_", FILES, "part-04").doesNotContain("part-03");
        assertThat(column(table, "close")).hasSize(10).contains(40.0, 41.0);
    }

    @Test
    void are_made_anew_when_many_files_have_come() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            file(hour);
        }
        tableOnceCopied();
        for (int hour = 4; hour < 8; hour++) {
            file(hour);
        }
        String table = table(DAY);
        assertThat(column(table, "close")).hasSize(16).doesNotHaveDuplicates();

        while (table.contains(FILES)) {
            table = table(DAY);
        }

        assertThat(column(table, "close")).hasSize(16).doesNotHaveDuplicates();
    }

    /** Days are copied one after the other: once a later one is, an earlier one would be. */
    @Test
    void are_not_made_of_a_few_files_nor_of_days_long_past() throws Exception {
        for (int hour = 0; hour < 4; hour++) {
            file(0, hour);
            file(33, hour);
            if (hour < 3) {
                file(1, hour);
            }
        }

        String table = table(34);
        while (table.contains("1970-02-03")) {
            Thread.onSpinWait();
            table = table(34);
        }

        assertThat(table).contains("1970-01-01/part-00", "1970-01-02/part-00", "1970-01-02/part-02");
        assertThat(column(table, "close")).hasSize(2 * (4 + 4 + 3));
    }
}
