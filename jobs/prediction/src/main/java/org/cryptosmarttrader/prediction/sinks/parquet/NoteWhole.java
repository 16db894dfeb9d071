package org.cryptosmarttrader.prediction.sinks.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableSummary;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.WholeUpTo;

/**
 * Notes, behind all subtasks and after their files are shown, up to when the output of the run is whole.
 *
 * <p>Flink's own global committer acts one checkpoint later than it hears; this stage acts at once. It keeps no state: what
 * is lost in a failure is said again by the next checkpoint. What is sent behind the last checkpoint of a job that ends by
 * itself never arrives, so whoever started the job notes its end.
 */
final class NoteWhole extends ProcessFunction<CommittableMessage<Written>, Void> {

    private static final long serialVersionUID = 1L;

    private final RunOutput output;
    /** By checkpoint: how far each subtask had come. */
    private transient TreeMap<Long, Heard> heard;

    private static final class Heard {
        private int subtasks;
        private final TreeMap<Integer, Long> watermarks = new TreeMap<>();

        private boolean isComplete() {
            return watermarks.size() == subtasks;
        }
    }

    NoteWhole(RunOutput output) {
        this.output = output;
    }

    @Override
    public void open(OpenContext context) {
        heard = new TreeMap<>();
    }

    @Override
    public void processElement(CommittableMessage<Written> message, Context context, Collector<Void> out)
            throws IOException {
        long checkpoint = message.getCheckpointId();
        Heard ofCheckpoint = heard.computeIfAbsent(checkpoint, absent -> new Heard());
        if (message instanceof CommittableSummary<Written> summary) {
            ofCheckpoint.subtasks = summary.getNumberOfSubtasks();
        } else if (message instanceof CommittableWithLineage<Written> shown) {
            ofCheckpoint.watermarks.merge(
                    shown.getSubtaskId(), shown.getCommittable().watermark(), Math::min);
            if (!shown.getCommittable().isFile() && ofCheckpoint.isComplete()) {
                note(Collections.min(ofCheckpoint.watermarks.values()));
                heard.headMap(checkpoint, true).clear();
            }
        }
    }

    private void note(long slowest) throws IOException {
        long wholeUpTo = Math.min(slowest, output.until());
        Path marker = new Path(output.root(), WholeUpTo.fileName(output.run()));
        FileSystem fileSystem = marker.getFileSystem();
        Optional<WholeUpTo> noted = read(fileSystem, marker);
        if (slowest > Long.MIN_VALUE && (noted.isEmpty() || noted.get().instant() < wholeUpTo)) {
            write(fileSystem, marker, new WholeUpTo(output.run(), wholeUpTo));
        }
    }

    private static Optional<WholeUpTo> read(FileSystem fileSystem, Path marker) throws IOException {
        if (!fileSystem.exists(marker)) {
            return Optional.empty();
        }
        try (FSDataInputStream in = fileSystem.open(marker)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(Json.read(text, WholeUpTo.class, marker.toString()));
        }
    }

    private static void write(FileSystem fileSystem, Path marker, WholeUpTo whole) throws IOException {
        Path written = new Path(marker.getParent(), "." + marker.getName());
        try (FSDataOutputStream out = fileSystem.create(written, FileSystem.WriteMode.OVERWRITE)) {
            out.write(Json.pretty(whole).getBytes(StandardCharsets.UTF_8));
        }
        fileSystem.rename(written, marker);
    }
}
