package org.cryptosmarttrader.ingest.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.files.JsonLines;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/** New facts among those an archive holds, day by day; of two that contradict each other the earlier stays. Not thread-safe. */
final class FactMerge {

    enum Outcome {
        ADDED,
        DUPLICATE,
        CONFLICT
    }

    /** A line of the conflict file. */
    record Conflict(String kind, String identity, Fact kept, Fact dropped) {}

    /** The facts of a kind on a day, by identity. */
    private static final class Day {
        private final TreeMap<String, Fact> facts = new TreeMap<>();
        private final List<ArchiveFile> held;
        private boolean isChanged;

        Day(List<ArchiveFile> held) {
            this.held = held;
        }
    }

    private final Archive archive;
    private final Path folder;
    private final String prefix;
    private final JsonLines conflicts;
    private final Map<EventKind, TreeMap<Long, Day>> days = new EnumMap<>(EventKind.class);
    private final List<ArchiveFile> added = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();

    /**
     * @param folder where day files are laid down
     * @param prefix of their names
     */
    FactMerge(Archive archive, Path folder, String prefix, JsonLines conflicts) {
        this.archive = archive;
        this.folder = folder;
        this.prefix = prefix;
        this.conflicts = conflicts;
    }

    Outcome add(Fact fact) throws IOException {
        Day day = day(fact.kind(), UtcDays.dayOf(fact.availableAt()));
        Fact held = day.facts.putIfAbsent(fact.identity(), fact);
        if (held == null) {
            day.isChanged = true;
            return Outcome.ADDED;
        }
        if (held.says(fact)) {
            return Outcome.DUPLICATE;
        }
        conflicts.add(new Conflict(fact.kind().name(), fact.identity(), held, fact));
        return Outcome.CONFLICT;
    }

    private Day day(EventKind kind, long number) throws IOException {
        TreeMap<Long, Day> ofKind = days.computeIfAbsent(kind, absent -> new TreeMap<>());
        Day day = ofKind.get(number);
        if (day == null) {
            day = read(kind, number);
            ofKind.put(number, day);
        }
        return day;
    }

    private Day read(EventKind kind, long number) throws IOException {
        Day day = new Day(
                archive.files(file -> file.day() == number && file.kind().equals(EventRows.folder(kind))));
        for (ArchiveFile file : day.held) {
            try (ParquetRowReader reader = ParquetRowReader.open(file.intact(archive.root()), EventRows.schema(kind))) {
                for (RowBatch rows = reader.next(); rows != null; rows = reader.next()) {
                    for (int row = 0; row < rows.rows(); row++) {
                        Fact fact = Fact.of(kind, rows, row);
                        day.facts.put(fact.identity(), fact);
                    }
                }
            }
        }
        return day;
    }

    /** Writes the days that changed. */
    void write() throws IOException {
        for (Map.Entry<EventKind, TreeMap<Long, Day>> ofKind : days.entrySet()) {
            DayFilesWriter writer = new DayFilesWriter(folder, ofKind.getKey(), prefix);
            for (Day day : ofKind.getValue().values()) {
                if (day.isChanged) {
                    RowBuilder rows = new RowBuilder(EventRows.schema(ofKind.getKey()));
                    day.facts.values().stream().sorted(Fact.CANONICAL).forEach(fact -> fact.addTo(rows));
                    writer.addDay(rows.build());
                    day.held.forEach(file -> removed.add(file.path()));
                }
            }
            added.addAll(writer.finish());
        }
    }

    List<ArchiveFile> added() {
        return added;
    }

    List<String> removed() {
        return removed;
    }
}
