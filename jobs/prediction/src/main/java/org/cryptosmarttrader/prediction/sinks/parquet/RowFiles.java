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
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * Rows as Parquet files, each exactly once, and a note of up to when they are whole.
 *
 * @param output where they go
 * @param name of the stream, in uids and names of operators
 */
record RowFiles(RunOutput output, String name)
        implements Sink<RowBatch>, SupportsCommitter<Written>, SupportsPostCommitTopology<Written> {

    private static final long serialVersionUID = 1L;

    void write(DataStream<RowBatch> rows) {
        rows.sinkTo(this).uid(name + "-sink").name(name + ": files");
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
                .uid(name + "-whole")
                .name(name + ": note how far the output is whole");
    }
}
