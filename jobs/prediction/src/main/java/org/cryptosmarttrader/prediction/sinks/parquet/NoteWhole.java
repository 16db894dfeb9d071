package org.cryptosmarttrader.prediction.sinks.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.WholeUpTo;

/** Notes, behind all subtasks and after their files are shown, up to when the output of the run is whole. */
final class NoteWhole implements Committer<Written> {

    private final RunOutput output;

    NoteWhole(RunOutput output) {
        this.output = output;
    }

    @Override
    public void commit(Collection<CommitRequest<Written>> requests) throws IOException {
        long slowest = requests.stream()
                .mapToLong(request -> request.getCommittable().watermark())
                .min()
                .orElse(Long.MIN_VALUE);
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

    @Override
    public void close() {}
}
