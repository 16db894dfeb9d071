package org.cryptosmarttrader.prediction.sinks.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RecordedRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The writer of a subtask")
class DayWritersTest {

    private static final RowSchema TRADES = RecordedRows.schema(EventKind.TRADE);

    @TempDir
    private Path folder;

    private DayWriters writers;

    @BeforeEach
    void a_writer() {
        RunOutput output = new RunOutput(folder.toUri().toString(), "run", RecordedRows.schemas(), 0, 0, Map.of());
        writers = new DayWriters(output, 0);
    }

    private void tradeOf(int day) throws IOException {
        long[] at = {day * TickGrid.DAY};
        double[] values = {day, 1, Double.NaN};
        EventBlock trade = new EventBlock(
                EventKind.TRADE, "test-venue", "BTC/USD", 0, Availability.RECORDED, at, at, at, values, new byte[32]);
        writers.write(RecordedRows.row(0, day, trade), null);
    }

    /** Files without a byte so far: what is written goes through a buffer. */
    private List<Path> begun() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".open") && file.toFile().length() == 0)
                    .toList();
        }
    }

    private static List<Double> prices(List<Written> files) throws IOException {
        List<Double> prices = new ArrayList<>();
        for (Written file : files) {
            try (ParquetRowReader rows = ParquetRowReader.open(Path.of(java.net.URI.create(file.hidden())), TRADES)) {
                for (double price : rows.all().doubles(TRADES.indexOf("price"))) {
                    prices.add(price);
                }
            }
        }
        return prices;
    }

    private List<Written> commit() throws IOException {
        return writers.prepareCommit().stream().filter(Written::isFile).toList();
    }

    @Test
    void keeps_a_file_for_each_day_until_time_has_passed_the_day() throws IOException {
        tradeOf(0);
        tradeOf(1);
        tradeOf(0);
        assertThat(begun()).hasSize(2);

        writers.writeWatermark(new Watermark(TickGrid.DAY));

        assertThat(begun()).hasSize(1).first().asString().contains("date=1970-01-02");
        assertThat(prices(commit())).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void has_no_more_than_so_many_files_open_however_many_days_come_at_once() throws IOException {
        int days = 3 * DayWriters.MAX_OPEN;
        for (int day = 0; day < days; day++) {
            tradeOf(day);
            assertThat(begun()).hasSizeLessThanOrEqualTo(DayWriters.MAX_OPEN);
        }
        tradeOf(0);

        List<Written> files = commit();

        assertThat(files).hasSize(days + 1);
        assertThat(prices(files).stream().sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(0, days)
                        .mapToObj(row -> Math.max(0.0, row - 1))
                        .toList());
    }
}
