package org.cryptosmarttrader.prediction.sinks.parquet;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * Every event from Kafka as it came, as Parquet files beside the datasets, each exactly once: also those of the time before
 * the run's first wanted decision. A bounded run has none of it, it reads its events from where they are kept.
 */
public final class EventRecorder implements Sinks {

    private final RunOutput output;

    /** @param output of the run */
    public EventRecorder(RunOutput output) {
        this.output = output;
    }

    @Override
    public void events(DataStream<Arrival> events) {
        new RowFiles(output.recorded(), "recorded").write(RecordEvents.of(events));
    }

    @Override
    public void rows(DataStream<RowBatch> rows) {
        // the rows of datasets have a sink of their own
    }
}
