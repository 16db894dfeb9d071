package org.cryptosmarttrader.wire.runs;

import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.DatasetDigest;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** The output of one run on disk: {@code run.json}, the marker of wholeness, and a folder per dataset. */
public final class RunFolder {

    private static final String MANIFEST = "run.json";

    private final Path root;
    private final RunManifest manifest;

    private RunFolder(Path root, RunManifest manifest) {
        this.root = root;
        this.manifest = manifest;
    }

    /**
     * Begins an output.
     *
     * @throws IOException if the folder holds one already
     */
    public static RunFolder create(Path root, RunManifest manifest) throws IOException {
        requireFree(root);
        Files.createDirectories(root);
        Json.replace(root.resolve(MANIFEST), manifest);
        return new RunFolder(root, manifest);
    }

    /** Whether a folder holds a run, finished or not. */
    public static boolean isAt(Path root) {
        return Files.isRegularFile(root.resolve(MANIFEST));
    }

    /**
     * Looks whether an output may begin in a folder.
     *
     * @throws IOException if the folder holds one already
     */
    public static void requireFree(Path root) throws IOException {
        if (isAt(root)) {
            throw new IOException("output %s: holds run %s already; choose another --out or remove the folder"
                    .formatted(
                            root,
                            Json.read(root.resolve(MANIFEST), RunManifest.class).run()));
        }
    }

    /**
     * @throws IOException if the folder holds no run
     */
    public static RunFolder open(Path root) throws IOException {
        if (!isAt(root)) {
            throw new IOException(
                    "output %s: no run here (no %s); make one with cst dataset, cst backtest, cst replay or cst live"
                            .formatted(root, MANIFEST));
        }
        return new RunFolder(root, Json.read(root.resolve(MANIFEST), RunManifest.class));
    }

    public Path root() {
        return root;
    }

    public RunManifest manifest() {
        return manifest;
    }

    /** What the run was sent and recorded, by kind of event; it holds nothing if the run read an archive. */
    public RunFolder recorded() {
        return new RunFolder(root.resolve(RecordedRows.FOLDER), manifest);
    }

    /**
     * Notes that the run came to its end and all its rows are there. A job that ends by itself cannot say so: what a sink
     * emits behind its last checkpoint reaches nobody.
     *
     * @throws IOException if a file was left unfinished
     */
    public void noteEnd() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Optional<Path> open =
                    files.filter(file -> file.toString().endsWith(".open")).findFirst();
            if (open.isPresent()) {
                throw new IOException(
                        "output %s: the job ended but did not complete this file; start it anew".formatted(open.get()));
            }
        }
        Json.replace(root.resolve(WholeUpTo.fileName(manifest.run())), new WholeUpTo(manifest.run(), manifest.until()));
    }

    /** Instant up to which the rows are whole; {@link Long#MIN_VALUE} if nothing is. */
    public long wholeUpTo() throws IOException {
        Path marker = root.resolve(WholeUpTo.fileName(manifest.run()));
        return Files.exists(marker) ? Json.read(marker, WholeUpTo.class).instant() : Long.MIN_VALUE;
    }

    /**
     * Files of a dataset by day, those that are complete; days in UTC of availability.
     *
     * @param fromDay first day, days since 1970-01-01
     * @param untilDay last day
     */
    public List<Path> files(String dataset, long fromDay, long untilDay) throws IOException {
        Path folder = root.resolve(dataset).resolve(runFolder());
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> days = Files.list(folder)) {
                for (Path day : days.sorted().toList()) {
                    long epochDay = dayOf(day);
                    if (epochDay >= fromDay && epochDay <= untilDay) {
                        files.addAll(visible(day));
                    }
                }
            }
        }
        return files;
    }

    /** Days with complete files of a dataset, in UTC of availability, days since 1970-01-01, the newest first. */
    public List<Long> daysBackwards(String dataset) throws IOException {
        return files(dataset).stream()
                .map(file -> dayOf(file.getParent()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static long dayOf(Path day) {
        return LocalDate.parse(day.getFileName().toString().substring("date=".length()))
                .toEpochDay();
    }

    public List<Path> files(String dataset) throws IOException {
        return files(dataset, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".parquet"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** What is done with the rows of a dataset. */
    @FunctionalInterface
    public interface Reader {
        void read(RowBatch batch) throws IOException;
    }

    /** Reads a dataset, or some of its columns, day after day. */
    public void read(RowSchema columns, long fromDay, long untilDay, Reader reader) throws IOException {
        for (Path file : files(columns.dataset(), fromDay, untilDay)) {
            try (ParquetRowReader rows = ParquetRowReader.open(file, columns)) {
                for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
                    reader.read(batch);
                }
            }
        }
    }

    public void read(RowSchema columns, Reader reader) throws IOException {
        read(columns, Long.MIN_VALUE, Long.MAX_VALUE, reader);
    }

    /** All rows of a dataset, or of some of its columns. */
    public RowBatch readAll(RowSchema columns) throws IOException {
        List<RowBatch> batches = new ArrayList<>();
        read(columns, batches::add);
        return RowBatch.concat(columns, batches);
    }

    /**
     * Completes the output: computes the roots from the files, notes them, those of days beside, and clears away what failed attempts left.
     *
     * @throws IOException if the run is not whole up to its last tick
     */
    public RunFolder seal(Iterable<RowSchema> schemas) throws IOException {
        if (wholeUpTo() < manifest.until()) {
            throw new IOException("output %s: whole up to %d, the run ends at %d; let it finish or start it anew"
                    .formatted(root, wholeUpTo(), manifest.until()));
        }
        clearLeftovers();
        SortedMap<String, String> roots = new TreeMap<>();
        SortedMap<String, Long> rows = new TreeMap<>();
        DayRoots days = DayRoots.none();
        for (RowSchema schema : schemas) {
            DatasetDigest digest = digest(schema);
            days.add(schema.dataset(), digest);
            roots.put(schema.dataset(), Sha256.hex(digest.runRoot()));
            rows.put(schema.dataset(), digest.rows());
        }
        days.write(root);
        RunManifest sealed = manifest.with(roots, rows);
        Json.replace(root.resolve(MANIFEST), sealed);
        return new RunFolder(root, sealed);
    }

    /**
     * The digest of a dataset as it lies there now. Days are read side by side, since no row of one concerns another.
     *
     * @throws IOException if a file cannot be read
     */
    public DatasetDigest digest(RowSchema schema) throws IOException {
        Map<Path, List<Path>> byDay = files(schema.dataset()).stream()
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, toList()));
        DatasetDigest digest = new DatasetDigest(schema);
        try {
            byDay.values().parallelStream()
                    .map(files -> digestOfDay(schema, files))
                    .forEachOrdered(digest::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return digest;
    }

    private static DatasetDigest digestOfDay(RowSchema schema, List<Path> files) {
        DatasetDigest digest = new DatasetDigest(schema);
        for (Path file : files) {
            try (ParquetRowReader rows = ParquetRowReader.open(file, schema)) {
                for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
                    digest.add(batch);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        digest.dayRoots();
        return digest;
    }

    /** Removes everything the run has written: an output is whole or not there. */
    public void discard() throws IOException {
        if (Files.isDirectory(recorded().root())) {
            recorded().discard();
        }
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry.resolve(runFolder()))) {
                    removeAll(entry.resolve(runFolder()));
                }
            }
        }
        Files.deleteIfExists(root.resolve(WholeUpTo.fileName(manifest.run())));
        DayRoots.delete(root);
        Files.deleteIfExists(root.resolve(MANIFEST));
    }

    private static void removeAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private String runFolder() {
        return "run=" + manifest.run();
    }

    private void clearLeftovers() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(RunFolder::isLeftover).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".part-") && name.endsWith(".open");
    }
}
