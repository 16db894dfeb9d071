package org.cryptosmarttrader.prediction.sinks.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.RecordedRows;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The recorder of events")
class RecordEventsTest {

    private final List<RowBatch> recorded = new ArrayList<>();

    private void comes(Arrival arrival) {
        new RecordEvents().flatMap(arrival, new Collector<>() {
            @Override
            public void collect(RowBatch row) {
                recorded.add(row);
            }

            @Override
            public void close() {}
        });
    }

    private static EventBlock trade(double price) {
        long[] five = {5};
        return new EventBlock(
                EventKind.TRADE,
                "test-venue",
                "BTC/USD",
                0,
                Availability.RECORDED,
                five,
                five,
                five,
                new double[] {price, 1, Double.NaN},
                new byte[32]);
    }

    private static int column(String name) {
        return RecordedRows.schema(EventKind.TRADE).indexOf(name);
    }

    @Test
    void makes_a_row_of_each_event_that_came_from_kafka_with_its_place() {
        comes(new Arrival(0, 0, Arrival.NOTHING, trade(7)));
        comes(new Arrival(2, 41, Arrival.NOTHING, trade(8)));

        assertThat(recorded).extracting(RowBatch::dataset).containsExactly("trade", "trade");
        assertThat(recorded)
                .extracting(row -> row.longs(column("kafka_partition"))[0])
                .containsExactly(0L, 2L);
        assertThat(recorded)
                .extracting(row -> row.longs(column("kafka_offset"))[0])
                .containsExactly(0L, 41L);
        assertThat(recorded).extracting(row -> row.doubles(column("price"))[0]).containsExactly(7.0, 8.0);
        assertThat(recorded).extracting(row -> row.doubles(column("side"))[0]).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void passes_over_what_an_archive_keeps() {
        comes(Arrival.fromArchive(trade(7)));

        assertThat(recorded).isEmpty();
    }
}
