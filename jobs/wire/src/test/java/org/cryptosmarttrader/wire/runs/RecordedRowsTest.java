package org.cryptosmarttrader.wire.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The events a run was sent")
class RecordedRowsTest {

    private static final double NONE = Double.NaN;
    private static final RowSchema TRADES = RecordedRows.schema(EventKind.TRADE);

    @TempDir
    private Path folder;

    private static EventBlock event(EventKind kind, String pair, long interval, double[] values, String... words) {
        byte[] hash = new byte[EventBlock.HASH_BYTES];
        hash[31] = 0x2f;
        return new EventBlock(
                kind,
                "kraken",
                pair,
                interval,
                kind == EventKind.BAR ? Availability.ASSIGNED : Availability.RECORDED,
                new long[] {17},
                new long[] {3_599_999},
                new long[] {3_605_000},
                values,
                hash,
                words);
    }

    private static EventBlock trade() {
        return event(EventKind.TRADE, "BTC/USD", 0, new double[] {9.5, 0.25, NONE});
    }

    /** The only row, by column. */
    private static TreeMap<String, Object> only(RowBatch rows, EventKind kind) {
        assertThat(rows.rows()).isEqualTo(1);
        RowSchema schema = RecordedRows.schema(kind);
        assertThat(rows.dataset()).isEqualTo(schema.dataset());
        TreeMap<String, Object> row = new TreeMap<>();
        for (int column = 0; column < schema.width(); column++) {
            row.put(schema.columns().get(column).name(), rows.value(0, column));
        }
        return row;
    }

    @Test
    void keep_all_that_came_with_them_and_their_place_on_the_topic() {
        double[] values = {1, 4, 0.5, 2, 100, NONE, NONE, -0.0, NONE};
        EventBlock bar = event(EventKind.BAR, "BTC/USD", 3_600_000, values);

        assertThat(only(RecordedRows.row(3, 41, bar), EventKind.BAR))
                .containsEntry("available_at", 3_605_000L)
                .containsEntry("event_time", 3_599_999L)
                .containsEntry("sequence", 17L)
                .containsEntry("source", "kraken")
                .containsEntry("pair", "BTC/USD")
                .containsEntry("interval_ms", 3_600_000L)
                .containsEntry("availability", "ASSIGNED")
                .containsEntry("payload_hash", "0".repeat(62) + "2f")
                .containsEntry("payload_row", 0L)
                .containsEntry("open", 1.0)
                .containsEntry("high", 4.0)
                .containsEntry("low", 0.5)
                .containsEntry("close", 2.0)
                .containsEntry("volume", 100.0)
                .containsEntry("quote_volume", NONE)
                .containsEntry("trades", NONE)
                .containsEntry("buy_volume", -0.0)
                .containsEntry("sell_volume", NONE)
                .containsEntry("kafka_partition", 3L)
                .containsEntry("kafka_offset", 41L)
                .hasSize(20);
    }

    @Test
    void keep_the_announcement_of_a_model_as_text() {
        EventBlock model = event(EventKind.MODEL, "", 0, new double[0], "{\"address\": \"file:///düne\"}");

        assertThat(only(RecordedRows.row(0, 0, model), EventKind.MODEL))
                .containsEntry("announcement", "{\"address\": \"file:///düne\"}")
                .containsEntry("availability", "RECORDED")
                .containsEntry("pair", "");
    }

    @Test
    void are_told_apart_by_their_place_alone() {
        assertThat(RecordedRows.schemas())
                .containsOnlyKeys(
                        "bar",
                        "trade",
                        "model",
                        "rearm",
                        "execution",
                        "text",
                        "score",
                        "transfer",
                        "retract",
                        "metric",
                        "health",
                        "listing",
                        "quote");
        assertThat(RecordedRows.schemas().values()).allSatisfy(schema -> {
            assertThat(schema.key()).containsExactly("kafka_partition", "kafka_offset");
            assertThat(schema.availableAt()).isEqualTo("available_at");
        });
    }

    @Test
    void are_no_heartbeats() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedRows.row(0, 0, EventCodec.heartbeat("kraken", 5, 0)))
                .withMessage("events of kind HEARTBEAT are not recorded");
    }

    // ---- in the output of the run

    private RunScene run() {
        FeatureCatalog catalog = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
        return new RunScene(folder, "replay-1", catalog, 3_605_000)
                .writeRecorded(TRADES, RecordedRows.row(1, 6, trade()))
                .writeRecorded(TRADES, RecordedRows.row(1, 8, trade()));
    }

    @Test
    void lie_beside_the_datasets_and_are_none_of_them() throws IOException {
        RunFolder run = run().wholeUpTo(3_605_000).folder();

        assertThat(run.recorded().readAll(TRADES).longs(TRADES.indexOf("kafka_offset")))
                .containsExactly(6, 8);
        assertThat(run.recorded().files("trade")).allSatisfy(file -> assertThat(file)
                .startsWith(folder.resolve("recorded/trade/run=replay-1/date=1970-01-01")));
        RunFolder sealed = run.seal(List.of(Datasets.LABELS));
        assertThat(sealed.manifest().rows()).containsOnlyKeys("labels");
        assertThat(sealed.files("trade")).isEmpty();
    }

    @Test
    void go_with_an_output_that_is_discarded() throws IOException {
        RunFolder run = run().folder();

        run.discard();

        assertThat(run.recorded().files("trade")).isEmpty();
    }
}
