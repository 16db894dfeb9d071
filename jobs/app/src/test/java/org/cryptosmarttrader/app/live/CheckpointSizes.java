package org.cryptosmarttrader.app.live;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * What a checkpoint holds.
 *
 * @param number of the checkpoint
 * @param bytes state by the uid of its operator
 */
record CheckpointSizes(long number, SortedMap<String, Long> bytes) {

    private static final String PREFIX = "chk-";

    long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The newest whole checkpoint below a folder; an older one may be removed while it is read. */
    static Optional<CheckpointSizes> newest(Path checkpoints) throws IOException {
        if (!Files.isDirectory(checkpoints)) {
            return Optional.empty();
        }
        try (Stream<Path> jobs = Files.walk(checkpoints, 2)) {
            Optional<Path> newest = jobs.filter(
                            path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> Files.exists(path.resolve("_metadata")))
                    .max(Comparator.comparingLong(CheckpointSizes::numberOf));
            return newest.isEmpty() ? Optional.empty() : read(newest.get());
        } catch (UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    private static long numberOf(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }

    private static Optional<CheckpointSizes> read(Path checkpoint) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(checkpoint.resolve("_metadata")))) {
            CheckpointMetadata metadata = Checkpoints.loadCheckpointMetadata(
                    in, CheckpointSizes.class.getClassLoader(), checkpoint.toString());
            SortedMap<String, Long> bytes = new TreeMap<>();
            for (OperatorState operator : metadata.getOperatorStates()) {
                bytes.merge(operator.getOperatorUid().orElse("?"), operator.getStateSize(), Long::sum);
            }
            return Optional.of(new CheckpointSizes(numberOf(checkpoint), bytes));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
