package org.cryptosmarttrader.prediction.sinks.parquet;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPostCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** All datasets of a run as Parquet files, each row exactly once. */
public final class ParquetSink
        implements Sinks, Sink<RowBatch>, SupportsCommitter<Written>, SupportsPostCommitTopology<Written> {

    private static final long serialVersionUID = 1L;

    private final RunOutput output;

    public ParquetSink(RunOutput output) {
        this.output = output;
    }

    @Override
    public void events(DataStream<Arrival> events) {
        // a bounded run reads its events from where they are kept
    }

    @Override
    public void rows(DataStream<RowBatch> rows) {
        rows.sinkTo(this).uid("parquet-sink").name("rows: parquet");
    }

    @Override
    public SinkWriter<RowBatch> createWriter(WriterInitContext context) {
        return new DayWriters(output, context.getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public Committer<Written> createCommitter(CommitterInitContext context) {
        return new ShowFiles();
    }

    @Override
    public SimpleVersionedSerializer<Written> getCommittableSerializer() {
        return new Written.Bytes();
    }

    @Override
    public void addPostCommitTopology(DataStream<CommittableMessage<Written>> shown) {
        shown.global()
                .process(new NoteWhole(output), Types.VOID)
                .setParallelism(1)
                .uid("parquet-whole")
                .name("whole: note how far the output is complete");
    }
}
