package org.cryptosmarttrader.prediction.sinks.parquet;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.RecordedRows;

/** Events from Kafka as rows, a batch each, so that nothing waits here; what comes from an archive is kept there. */
final class RecordEvents implements FlatMapFunction<Arrival, RowBatch> {

    private static final long serialVersionUID = 1L;

    static DataStream<RowBatch> of(DataStream<Arrival> events) {
        return events.flatMap(new RecordEvents(), MessageType.of(RowBatch.class))
                .uid("recorded")
                .name("recorded: events as they came");
    }

    @Override
    public void flatMap(Arrival arrival, Collector<RowBatch> out) {
        if (arrival.isFromKafka()) {
            out.collect(RecordedRows.row(arrival.partition(), arrival.offset(), arrival.block()));
        }
    }
}
