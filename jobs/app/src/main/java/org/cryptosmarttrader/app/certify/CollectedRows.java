package org.cryptosmarttrader.app.certify;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** The rows of a run inside this process, for rows that are looked at once. Closed when they have been. */
final class CollectedRows implements Sinks, AutoCloseable {

    /** By run: a job inside this process shares its classes, but its operators are copies. */
    private static final Map<String, Queue<RowBatch>> RUNS = new ConcurrentHashMap<>();

    private final String run = UUID.randomUUID().toString();
    private final List<String> datasets;

    /** @param datasets kept; others are dropped */
    CollectedRows(List<String> datasets) {
        this.datasets = datasets;
        RUNS.put(run, new ConcurrentLinkedQueue<>());
    }

    @Override
    public void events(DataStream<Arrival> events) {
        // they are the check's own
    }

    @Override
    public void rows(DataStream<RowBatch> rows) {
        List<String> kept = new ArrayList<>(datasets);
        rows.filter(batch -> kept.contains(batch.dataset()))
                .uid("kept")
                .name("rows looked at")
                .sinkTo(new Into(run))
                .uid("collected")
                .name("rows of the check");
    }

    /** The rows of a dataset whose decisions are at or after an instant. */
    RowBatch of(RowSchema schema, long from) {
        List<RowBatch> batches = RUNS.get(run).stream()
                .filter(batch -> batch.dataset().equals(schema.dataset()))
                .map(batch -> since(batch, from))
                .toList();
        return RowBatch.concat(schema, batches);
    }

    private static RowBatch since(RowBatch batch, long from) {
        long[] decisions = batch.longs(0);
        return batch.where(row -> decisions[row] >= from);
    }

    @Override
    public void close() {
        RUNS.remove(run);
    }

    private record Into(String run) implements Sink<RowBatch>, Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public SinkWriter<RowBatch> createWriter(WriterInitContext context) {
            return new Writer(RUNS.get(run));
        }
    }

    private record Writer(Queue<RowBatch> rows) implements SinkWriter<RowBatch> {
        @Override
        public void write(RowBatch batch, Context context) {
            rows.add(batch);
        }

        @Override
        public void flush(boolean endOfInput) {
            // everything is there as soon as it is written
        }

        @Override
        public void close() {
            // the rows outlive the job
        }
    }
}
