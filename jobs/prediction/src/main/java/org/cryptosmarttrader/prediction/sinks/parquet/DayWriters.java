package org.cryptosmarttrader.prediction.sinks.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Writes the rows of one subtask, a file per dataset and day. */
final class DayWriters implements CommittingSinkWriter<RowBatch, Written> {

    private static final long ROW_GROUP_BYTES = 16L << 20;

    /** One partition of a topic may run years ahead of another, and an open file holds about a megabyte. */
    static final int MAX_OPEN = 64;

    private record Key(long day, String dataset) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDay = Long.compare(day, other.day);
            return byDay != 0 ? byDay : dataset.compareTo(other.dataset);
        }
    }

    private record FileName(String hidden, String shown) {}

    private record OpenFile(ParquetRowWriter writer, FileName name) {}

    private final RunOutput output;
    /** Names of files must not repeat, neither among subtasks nor among attempts; they are no part of any result. */
    private final String unique;

    private final TreeMap<Key, OpenFile> open = new TreeMap<>();
    /** Names only: a writer keeps its buffers for as long as anyone keeps it. */
    private final List<FileName> completed = new ArrayList<>();

    private long watermark = Long.MIN_VALUE;
    private int files;

    DayWriters(RunOutput output, int subtask) {
        this.output = output;
        this.unique = "%d-%s".formatted(subtask, UUID.randomUUID().toString().substring(0, 8));
    }

    @Override
    public void write(RowBatch batch, Context context) throws IOException {
        RowSchema schema = output.schemas().get(batch.dataset());
        long[] availableAts = batch.longs(schema.indexOf(schema.availableAt()));
        long[] decisions =
                schema.has(Datasets.DECISION_AT) ? batch.longs(schema.indexOf(Datasets.DECISION_AT)) : availableAts;
        for (int row = 0; row < batch.rows(); row++) {
            if (decisions[row] >= output.emitFrom()) {
                file(schema, UtcDays.dayOf(availableAts[row])).writer().write(batch, row);
            }
        }
    }

    private OpenFile file(RowSchema schema, long day) throws IOException {
        Key key = new Key(day, schema.dataset());
        OpenFile file = open.get(key);
        if (file == null) {
            if (open.size() == MAX_OPEN) {
                complete(open.pollFirstEntry().getValue());
            }
            file = create(schema, day);
            open.put(key, file);
        }
        return file;
    }

    private OpenFile create(RowSchema schema, long day) throws IOException {
        String name = "part-%s-%d.parquet".formatted(unique, files++);
        String hidden = output.path(schema.dataset(), UtcDays.date(day), "." + name + ".open");
        Path path = new Path(hidden);
        FileSystem fileSystem = path.getFileSystem();
        fileSystem.mkdirs(path.getParent());
        ParquetRowWriter writer =
                new ParquetRowWriter(new FlinkOutputFile(fileSystem, path), schema, output.metadata(), ROW_GROUP_BYTES);
        return new OpenFile(writer, new FileName(hidden, output.path(schema.dataset(), UtcDays.date(day), name)));
    }

    @Override
    public void writeWatermark(Watermark mark) throws IOException {
        watermark = mark.getTimestamp();
        complete(UtcDays.dayOf(watermark));
    }

    /** Completes the files of days before the one given: nothing will be added to them. */
    private void complete(long day) throws IOException {
        Iterator<Map.Entry<Key, OpenFile>> files = open.entrySet().iterator();
        while (files.hasNext()) {
            Map.Entry<Key, OpenFile> file = files.next();
            if (file.getKey().day() < day) {
                complete(file.getValue());
                files.remove();
            }
        }
    }

    private void complete(OpenFile file) throws IOException {
        file.writer().close();
        completed.add(file.name());
    }

    @Override
    public void flush(boolean endOfInput) {
        // files are completed in prepareCommit, which Flink calls next
    }

    @Override
    public Collection<Written> prepareCommit() throws IOException {
        complete(Long.MAX_VALUE);
        List<Written> written = new ArrayList<>();
        completed.forEach(file -> written.add(new Written(file.hidden(), file.shown(), watermark)));
        completed.clear();
        written.add(Written.upTo(watermark));
        return written;
    }

    @Override
    public void close() throws IOException {
        for (OpenFile file : open.values()) {
            file.writer().close();
            Path path = new Path(file.name().hidden());
            path.getFileSystem().delete(path, false);
        }
    }
}
