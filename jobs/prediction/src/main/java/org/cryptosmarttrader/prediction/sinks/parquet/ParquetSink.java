package org.cryptosmarttrader.prediction.sinks.parquet;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** All datasets of a run as Parquet files, each row exactly once. */
public final class ParquetSink implements Sinks {

    private final RunOutput output;

    public ParquetSink(RunOutput output) {
        this.output = output;
    }

    @Override
    public void events(DataStream<Arrival> events) {
        // kept by an EventRecorder, if they are not kept already
    }

    @Override
    public void rows(DataStream<RowBatch> rows) {
        new RowFiles(output, "parquet").write(rows);
    }
}
