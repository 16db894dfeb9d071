package org.cryptosmarttrader.serving.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of recent days, each a table of DuckDB sorted by key: a live run leaves many files a day with all pairs in each, and to
 * open them is most of what a look back costs. A day is copied once it was asked for, one after the other behind the answers, and
 * anew when some files have come to it; files without a copy are read themselves. The tables lie in a folder of their own, which
 * is removed in the end. Safe for use by many threads.
 */
final class DayCopies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DayCopies.class);

    /** Days older than that are not copied: what people look back on by default is 30. */
    private static final long DAYS = 33;
    /** So many files of a day are read beside its copy before it is made anew. */
    private static final int MOST_BESIDE = 3;
    /** A statement may still read a table that was replaced. */
    private static final long NANOS_TO_DROP = TimeUnit.MINUTES.toNanos(2);

    private static final long SECONDS_OF_A_COPY = 60;

    private final DuckDb duckDb;
    private final Path folder;
    private final Map<Path, Day> days = new ConcurrentHashMap<>();
    private final ExecutorService copying = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "day-copies");
        thread.setDaemon(true);
        return thread;
    });
    /** Of the thread that copies. */
    private final Deque<Replaced> replaced = new ArrayDeque<>();

    private int tables;

    /** A table and the files whose rows it holds. */
    private record Copy(String table, Set<Path> files) {}

    private record Replaced(String table, long atNanos) {}

    private static final class Day {
        private final long number;
        private final AtomicBoolean isBusy = new AtomicBoolean();
        private volatile Copy copy = new Copy(null, Set.of());

        Day(long number) {
            this.number = number;
        }
    }

    /** @throws IOException if no folder can be made */
    DayCopies(DuckDb duckDb) throws IOException, SQLException, InterruptedException {
        this.duckDb = duckDb;
        this.folder = Files.createTempDirectory("cst-days");
        // groups as small as can be: a pair's rows of a day are few
        duckDb.execute(
                "ATTACH %s AS copies (ROW_GROUP_SIZE 2048)".formatted(DuckDb.quoted(folder.resolve("copies.duckdb"))));
    }

    /**
     * The rows of some files as a table of a statement.
     *
     * @param files of one dataset, by day
     * @param today last day that may have any, days since 1970-01-01
     */
    String table(RowSchema schema, List<Path> files, long today) {
        Map<Path, List<Path>> byDay =
                files.stream().collect(Collectors.groupingBy(Path::getParent, LinkedHashMap::new, Collectors.toList()));
        List<String> parts = new ArrayList<>();
        List<Path> uncopied = new ArrayList<>();
        byDay.forEach((folderOfDay, ofDay) -> {
            long number = LocalDate.parse(folderOfDay.getFileName().toString().substring("date=".length()))
                    .toEpochDay();
            if (number < today - DAYS) {
                uncopied.addAll(ofDay);
                return;
            }
            Day day = days.computeIfAbsent(folderOfDay, absent -> new Day(number));
            Copy copy = day.copy;
            List<Path> beside =
                    ofDay.stream().filter(file -> !copy.files().contains(file)).toList();
            if (beside.size() > MOST_BESIDE && day.isBusy.compareAndSet(false, true)) {
                copying.execute(() -> copy(schema, day, ofDay, today));
            }
            if (copy.table() != null) {
                parts.add("SELECT * FROM " + copy.table());
            }
            uncopied.addAll(beside);
        });
        if (!uncopied.isEmpty()) {
            parts.add("SELECT * FROM " + DuckDb.table(uncopied));
        }
        return parts.stream().collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"));
    }

    private void copy(RowSchema schema, Day day, List<Path> files, long today) {
        String table = "copies.\"%s_%d\"".formatted(schema.dataset(), tables++);
        String key = schema.key().stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        try {
            drop(today);
            duckDb.execute(
                    "CREATE TABLE %s AS SELECT * FROM %s ORDER BY %s".formatted(table, DuckDb.table(files), key));
            replace(day, new Copy(table, Set.copyOf(files)));
            day.isBusy.set(false);
        } catch (SQLException e) {
            // the day stays busy: what failed once would fail at each question
            LOG.warn("{}: stays without a copy, its files are read one by one ({})", files.get(0), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replace(Day day, Copy copy) {
        if (day.copy.table() != null) {
            replaced.add(new Replaced(day.copy.table(), System.nanoTime()));
        }
        day.copy = copy;
    }

    private void drop(long today) throws SQLException, InterruptedException {
        for (Day day : days.values()) {
            if (day.number < today - DAYS) {
                replace(day, new Copy(null, Set.of()));
            }
        }
        days.values().removeIf(day -> day.number < today - DAYS);
        while (!replaced.isEmpty() && System.nanoTime() - replaced.peek().atNanos() > NANOS_TO_DROP) {
            duckDb.execute("DROP TABLE " + replaced.remove().table());
        }
    }

    /** Stops copying and removes the copies; call it in front of DuckDB's end, which may hold the file until then. */
    @Override
    public void close() throws IOException {
        copying.shutdownNow();
        try {
            // the copy under way is finished, it takes a second or two
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
