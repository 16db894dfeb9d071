package org.cryptosmarttrader.ingest.facts;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.ImportException;
import org.cryptosmarttrader.ingest.files.JsonLines;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.ingest.files.ReceivedFiles;
import org.cryptosmarttrader.ingest.files.Staging;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.Intake;
import org.cryptosmarttrader.wire.archive.Leftovers;
import org.cryptosmarttrader.wire.archive.RawPayloads;

/**
 * Takes files of facts into an archive: all of them or, if anything is wrong, none. Importing the same files again changes
 * nothing. Holds the facts of one command in memory.
 */
public final class FactImport {

    private final Path root;
    private final FactLayout layout;
    private final boolean quarantine;
    private final InstantSource clock;

    /** @param quarantine whether bad rows are set aside, each with its reason, instead of ending the import */
    public FactImport(Path archive, FactLayout layout, boolean quarantine) {
        this(archive, layout, quarantine, InstantSource.system());
    }

    FactImport(Path archive, FactLayout layout, boolean quarantine, InstantSource clock) {
        this.root = archive;
        this.layout = layout;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /**
     * Imports, and says how far it is.
     *
     * @param from folders, files, zips or entries of zips
     * @param progress told often, in a few words
     * @throws ImportException if a file, a row or the archive is not as it should be; the archive is as it was
     * @throws IOException if reading or writing fails otherwise; the archive is as it was
     */
    public FactReport run(List<String> from, Consumer<String> progress) throws IOException {
        try (ReceivedFiles received = new ReceivedFiles(from);
                ArchiveLock lock = ArchiveLock.take(root)) {
            return new Run(received, Archive.openOrCreate(root), progress).run();
        }
    }

    /** A file and what came of it. */
    private static final class Taken {
        private final Received file;
        private final RawPayloads.Written payload;
        private final List<Fact> facts = new ArrayList<>();
        private Map<String, Long> counts = Map.of();
        private long added;
        private long duplicates;
        private long conflicts;

        Taken(Received file, RawPayloads.Written payload) {
            this.file = file;
            this.payload = payload;
        }
    }

    /** One import, under the archive's lock. */
    private final class Run {
        private final ReceivedFiles received;
        private final Archive archive;
        private final Consumer<String> progress;
        private final String change;
        private final List<Taken> taken = new ArrayList<>();
        private final List<String> known = new ArrayList<>();
        private final List<String> leftAside = new ArrayList<>();

        Run(ReceivedFiles received, Archive archive, Consumer<String> progress) {
            this.received = received;
            this.archive = archive;
            this.progress = progress;
            this.change = "%08d".formatted(archive.nextCommit());
        }

        FactReport run() throws IOException {
            new Leftovers(archive).clear();
            try (Staging staging = new Staging(root, change);
                    JsonLines aside = notes(staging, Archive.QUARANTINE);
                    JsonLines conflicts = notes(staging, Archive.CONFLICTS)) {
                BadRows badRows = new BadRows(quarantine ? aside : null);
                for (Received file : received.files()) {
                    progress.accept("reading " + file.name());
                    look(file, staging, badRows);
                }
                requireAny();
                if (!taken.isEmpty()) {
                    FactMerge merge = new FactMerge(archive, staging.folder(), "c" + change, conflicts);
                    merge(merge);
                    aside.complete();
                    conflicts.complete();
                    for (byte[] file : layout.understoodBy()) {
                        staging.keep(new ByteArrayInputStream(file));
                    }
                    staging.publish();
                    archive.commit(commit(merge, conflicts.count()));
                }
                return report(badRows.files());
            }
        }

        private JsonLines notes(Staging staging, String folder) {
            return new JsonLines(staging.folder().resolve(folder).resolve(change + ".jsonl"));
        }

        private void look(Received file, Staging staging, BadRows badRows) throws IOException {
            if (!file.isChosen() && !layout.recognises(file.fileName())) {
                leftAside.add(file.name());
                return;
            }
            RawPayloads.Written payload;
            try (InputStream bytes = file.bytes()) {
                payload = staging.keep(bytes);
            }
            long commit = archive.commitOf(
                    payload.sha256(), "", layout.source(), intake -> intake.isReadAs(layout.reading()));
            if (commit > 0) {
                known.add("%s: the same bytes were taken in by commit %d".formatted(file.name(), commit));
                return;
            }
            Taken read = new Taken(file, payload);
            try {
                read.counts = layout.read(file, payload.sha256(), read.facts::add, badRows);
                taken.add(read);
            } catch (BadRow e) {
                staging.forget(payload.sha256());
                badRows.meetFile(file.name(), e);
            } catch (EOFException e) {
                staging.forget(payload.sha256());
                badRows.meetFile(file.name(), new BadRow(Fault.TRUNCATED, "ends in the middle"));
            } catch (ZipException e) {
                staging.forget(payload.sha256());
                badRows.meetFile(file.name(), new BadRow(Fault.DAMAGED, "not whole (%s)".formatted(e.getMessage())));
            }
        }

        private void requireAny() throws ImportException {
            if (taken.isEmpty()
                    && known.isEmpty()
                    && leftAside.size() == received.files().size()) {
                throw new ImportException(
                        Fault.NOTHING_FOUND,
                        "%d files, none is of the layout %s"
                                .formatted(received.files().size(), layout.name()));
            }
        }

        private void merge(FactMerge merge) throws IOException {
            progress.accept("merging");
            for (Taken file : taken) {
                for (Fact fact : file.facts) {
                    switch (merge.add(fact)) {
                        case ADDED -> file.added++;
                        case DUPLICATE -> file.duplicates++;
                        case CONFLICT -> file.conflicts++;
                    }
                }
            }
            merge.write();
        }

        private Commit commit(FactMerge merge, long conflicts) {
            List<Intake> intakes = taken.stream()
                    .map(file -> new Intake(
                            file.payload.sha256(),
                            file.file.fileName(),
                            layout.name(),
                            "",
                            layout.source(),
                            0,
                            file.payload.bytes(),
                            file.facts.size(),
                            file.conflicts,
                            layout.reading(),
                            clock.millis()))
                    .toList();
            return new Commit(archive.nextCommit(), merge.added(), merge.removed(), List.of(), intakes, conflicts);
        }

        private FactReport report(List<String> setAside) {
            return new FactReport(
                    root.toString(),
                    taken.isEmpty() ? 0 : archive.nextCommit(),
                    layout.name(),
                    layout.source(),
                    taken.stream().map(Run::report).toList(),
                    known,
                    setAside,
                    leftAside);
        }

        private static FactReport.FileReport report(Taken file) {
            SortedMap<String, Long> rows = new TreeMap<>();
            file.facts.forEach(fact -> rows.merge(fact.kind().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
            return new FactReport.FileReport(
                    file.file.name(),
                    file.payload.sha256(),
                    rows,
                    file.added,
                    file.duplicates,
                    file.conflicts,
                    instant(file.facts.stream().mapToLong(Fact::availableAt).min()),
                    instant(file.facts.stream().mapToLong(Fact::availableAt).max()),
                    new TreeMap<>(file.counts));
        }

        private static String instant(OptionalLong millis) {
            return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()).toString() : null;
        }
    }
}
