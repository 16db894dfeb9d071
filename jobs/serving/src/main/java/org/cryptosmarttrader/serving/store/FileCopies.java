package org.cryptosmarttrader.serving.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of files in a table of DuckDB for each dataset, some days at a time sorted by key: a run's files hold all pairs hour by
 * hour, and to look back at one pair would open them all. Files are copied once a question was about more than a few of them, one
 * after the other behind the answers; those without a copy are read themselves. The tables lie in a folder of their own, which is
 * removed in the end. Safe for use by many threads.
 */
final class FileCopies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileCopies.class);

    /** Of the files copied; a copy takes four to five times that. */
    static final long MOST_BYTES = 512L << 20;

    /** So many files are read beside a copy. */
    private static final int MOST_BESIDE = 3;
    /** Files copied by one statement, which sorts their rows. */
    private static final long BYTES_AT_ONCE = 16L << 20;
    /** A statement may still read a table that was given up. */
    private static final long NANOS_TO_DROP = TimeUnit.MINUTES.toNanos(2);

    private static final long SECONDS_OF_A_COPY = 60;
    private static final String PART = "\"_part\"";

    private final DuckDb duckDb;
    private final long mostBytes;
    private final Path folder;
    private final Map<Path, Dataset> datasets = new ConcurrentHashMap<>();
    private final ExecutorService copying = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "file-copies");
        thread.setDaemon(true);
        return thread;
    });

    // of the thread that copies
    private final Deque<GivenUp> givenUp = new ArrayDeque<>();
    private int tables;
    private long bytes;

    /**
     * What a statement may read of a table.
     *
     * @param files whose rows it holds
     * @param parts number of times rows were added; a statement reads none that came since it was made
     */
    private record Copied(String table, Set<Path> files, int parts) {
        private static final Copied NOTHING = new Copied(null, Set.of(), 0);

        Copied with(List<Path> more) {
            Set<Path> all = new HashSet<>(files);
            all.addAll(more);
            return new Copied(table, Set.copyOf(all), parts + 1);
        }
    }

    private record GivenUp(String table, long atNanos) {}

    private static final class Dataset {
        /** Files copied, those that wait for it, and those where it failed: it would fail again at each question. */
        private final Set<Path> taken = new HashSet<>();

        private volatile Copied copied = Copied.NOTHING;

        /** Takes those of some files that were not taken; none if they are a few. */
        synchronized List<Path> take(List<Path> files) {
            List<Path> free =
                    files.stream().filter(file -> !taken.contains(file)).toList();
            if (free.size() <= MOST_BESIDE) {
                return List.of();
            }
            taken.addAll(free);
            return free;
        }

        synchronized void giveUp() {
            taken.removeAll(copied.files());
            copied = Copied.NOTHING;
        }
    }

    /**
     * @param mostBytes of the files copied; beyond, all copies are given up for those asked for then
     * @throws IOException if no folder can be made
     */
    FileCopies(DuckDb duckDb, long mostBytes) throws IOException, SQLException, InterruptedException {
        this.duckDb = duckDb;
        this.mostBytes = mostBytes;
        this.folder = Files.createTempDirectory("cst-copies");
        // small groups, for a pair's rows are few; smaller ones take longer to write than they save
        duckDb.execute(
                "ATTACH %s AS copies (ROW_GROUP_SIZE 8192)".formatted(DuckDb.quoted(folder.resolve("copies.duckdb"))));
    }

    /**
     * The rows of some files as a table of a statement; those of other files copied may be among them.
     *
     * @param files of one dataset, at least one; by day, a folder each
     */
    String table(RowSchema schema, List<Path> files) {
        Dataset dataset = datasets.computeIfAbsent(files.get(0).getParent().getParent(), absent -> new Dataset());
        Copied copied = dataset.copied;
        List<Path> beside =
                files.stream().filter(file -> !copied.files().contains(file)).toList();
        List<Path> taken = dataset.take(beside);
        if (!taken.isEmpty()) {
            copying.execute(() -> copy(schema, dataset, taken));
        }
        List<String> sources = new ArrayList<>();
        if (beside.size() < files.size()) {
            sources.add(
                    "SELECT * EXCLUDE (%s) FROM %s WHERE %1$s <= %d".formatted(PART, copied.table(), copied.parts()));
        }
        if (!beside.isEmpty()) {
            sources.add("SELECT * FROM " + DuckDb.table(beside));
        }
        return sources.stream().collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"));
    }

    private void copy(RowSchema schema, Dataset dataset, List<Path> files) {
        try {
            drop();
            int from = 0;
            while (from < files.size()) {
                int until = from;
                long size = 0;
                while (until < files.size() && size < BYTES_AT_ONCE) {
                    size += Files.size(files.get(until++));
                }
                add(schema, dataset, files.subList(from, until), size);
                from = until;
            }
        } catch (SQLException | IOException e) {
            LOG.warn("{}: not copied, files are read one by one ({})", files.get(0), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(RowSchema schema, Dataset dataset, List<Path> files, long size)
            throws IOException, SQLException, InterruptedException {
        if (bytes > 0 && bytes + size > mostBytes) {
            giveUp();
        }
        Copied before = dataset.copied;
        String rows = "SELECT *, %d AS %s FROM %s ORDER BY %s"
                .formatted(
                        before.parts() + 1,
                        PART,
                        DuckDb.table(files),
                        schema.key().stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")));
        Copied begun = before;
        if (before.table() == null) {
            begun = new Copied("copies.\"%s_%d\"".formatted(schema.dataset(), tables++), Set.of(), 0);
            duckDb.execute("CREATE TABLE %s AS %s".formatted(begun.table(), rows));
        } else {
            duckDb.execute("INSERT INTO %s BY NAME %s".formatted(before.table(), rows));
        }
        dataset.copied = begun.with(files);
        bytes += size;
    }

    private void giveUp() {
        for (Dataset dataset : datasets.values()) {
            if (dataset.copied.table() != null) {
                givenUp.add(new GivenUp(dataset.copied.table(), System.nanoTime()));
                dataset.giveUp();
            }
        }
        bytes = 0;
    }

    private void drop() throws IOException, SQLException, InterruptedException {
        while (!givenUp.isEmpty() && System.nanoTime() - givenUp.peek().atNanos() > NANOS_TO_DROP) {
            duckDb.execute("DROP TABLE " + givenUp.remove().table());
        }
    }

    /** Stops copying and removes the copies; call it in front of DuckDB's end, which may hold the file until then. */
    @Override
    public void close() throws IOException {
        copying.shutdownNow();
        try {
            // the statement under way is finished, it takes a second or two
            if (!copying.awaitTermination(SECONDS_OF_A_COPY, TimeUnit.SECONDS)) {
                throw new IOException("%s: a copy takes longer than %d s; remove the folder by hand"
                        .formatted(folder, SECONDS_OF_A_COPY));
            }
            duckDb.execute("DETACH copies");
        } catch (SQLException e) {
            throw new IOException("%s: copies are still in use (%s)".formatted(folder, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("%s: stopped before it was removed".formatted(folder));
        }
        try (Stream<Path> copies = Files.list(folder)) {
            for (Path copy : copies.toList()) {
                Files.delete(copy);
            }
        }
        Files.delete(folder);
    }
}
