package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.io.OutputFile;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.Coverage;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.Intake;
import org.cryptosmarttrader.wire.archive.Leftovers;

/** One import, under the archive's lock: look at the files, merge them, move what was written into place, commit. */
final class ImportRun {

    private final ImportSettings settings;
    private final ReceivedFiles received;
    private final Archive archive;
    private final InstantSource clock;
    private final Function<Path, OutputFile> dayFiles;
    private final Consumer<String> progress;
    private final String change;
    private final List<ArchiveFile> added = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();

    ImportRun(
            ImportSettings settings,
            ReceivedFiles received,
            Archive archive,
            InstantSource clock,
            Function<Path, OutputFile> dayFiles,
            Consumer<String> progress) {
        this.settings = settings;
        this.received = received;
        this.archive = archive;
        this.clock = clock;
        this.dayFiles = dayFiles;
        this.progress = progress;
        this.change = "%08d".formatted(archive.nextCommit());
    }

    ImportReport run() throws IOException {
        List<String> cleared = new Leftovers(archive).clear();
        try (Staging staging = new Staging(archive.root(), change);
                JsonLines quarantined = notes(staging, Archive.QUARANTINE);
                JsonLines conflicts = notes(staging, Archive.CONFLICTS)) {
            BadRows badRows = new BadRows(settings.quarantine() ? quarantined : null);
            Inspection inspection = inspect(staging, badRows);
            List<FileCursor> files = inspection.files().stream()
                    .map(file -> new FileCursor(file, settings, badRows))
                    .toList();
            merge(files, conflicts, staging);
            if (!files.isEmpty()) {
                quarantined.complete();
                conflicts.complete();
                staging.publish();
                archive.commit(commit(files, conflicts.count()));
            }
            return report(files, inspection.known(), badRows.files(), cleared);
        }
    }

    private JsonLines notes(Staging staging, String folder) {
        return new JsonLines(staging.folder().resolve(folder).resolve(change + ".jsonl"));
    }

    private Inspection inspect(Staging staging, BadRows badRows) throws IOException {
        Inspection inspection = new Inspection(settings, archive, staging, badRows);
        int number = 0;
        for (Received file : received.files()) {
            number++;
            progress.accept(
                    "file %,d of %,d: %s".formatted(number, received.files().size(), file.name()));
            inspection.look(file);
        }
        for (MarketFile file : inspection.files()) {
            requireSameDelay(file.of());
        }
        return inspection;
    }

    /** The archive would hold one event twice if it became available at two instants. */
    private void requireSameDelay(PairFeed of) throws ImportException {
        for (Commit commit : archive.commits()) {
            for (Intake intake : commit.intakes()) {
                if (intake.pair().isEmpty()) {
                    continue; // facts, which are no feed of bars
                }
                MarketFeed feed = MarketFeed.parse(intake.feed());
                boolean sameKind = feed.source().equals(of.feed().source())
                        && feed.kind() == of.feed().kind();
                if (sameKind && intake.delayMillis() != settings.delayOf(of)) {
                    throw new ImportException(
                            Fault.OTHER_DELAY,
                            "%s: the archive assigns a delay of %d ms to it, this import %d ms"
                                    .formatted(of.feed(), intake.delayMillis(), settings.delayOf(of)));
                }
            }
        }
    }

    private void merge(List<FileCursor> files, JsonLines conflicts, Staging staging) throws IOException {
        List<FileTally> tallies = files.stream().map(FileCursor::tally).toList();
        Settlement settlement = new Settlement(settings.correction(), tallies, new Conflicts(conflicts));
        for (EventKind kind : List.of(EventKind.BAR, EventKind.TRADE)) {
            List<FileCursor> ofKind = files.stream()
                    .filter(file -> file.file().of().feed().kind() == kind)
                    .toList();
            DayFilesWriter writer = new DayFilesWriter(staging.folder(), kind, "c" + change, dayFiles);
            DayMerge merge = new DayMerge(archive, kind, ofKind, settlement, writer, progress);
            added.addAll(merge.merge());
            removed.addAll(merge.replaced());
        }
    }

    private Commit commit(List<FileCursor> files, long conflicts) {
        Map<String, Coverage> coverage = new TreeMap<>();
        for (FileCursor file : files) {
            if (file.tally().added() > 0) {
                coverage.merge(file.file().of().toString(), file.tally().coverage(), Coverage::plus);
            }
        }
        return new Commit(
                archive.nextCommit(), added, removed, List.copyOf(coverage.values()), intakes(files), conflicts);
    }

    private List<Intake> intakes(Collection<FileCursor> files) {
        return files.stream()
                .map(cursor -> intake(cursor.file(), cursor.tally()))
                .toList();
    }

    private Intake intake(MarketFile file, FileTally tally) {
        return new Intake(
                file.sha256(),
                file.received().fileName(),
                settings.format(),
                file.of().pair(),
                file.of().feed().id(),
                settings.delayOf(file.of()),
                file.bytes(),
                tally.rows(),
                tally.gaveWay(),
                settings.reading(),
                clock.millis());
    }

    private ImportReport report(
            List<FileCursor> files, List<String> known, List<String> setAside, List<String> cleared) {
        List<ImportReport.FileReport> reports =
                files.stream().map(FileCursor::report).toList();
        return new ImportReport(
                settings.archive().toString(),
                files.isEmpty() ? 0 : archive.nextCommit(),
                settings.format(),
                settings.source(),
                reports,
                known,
                setAside,
                received.namesNotOf(settings.layout()),
                cleared,
                ImportReport.Totals.of(reports));
    }
}
