package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/**
 * Merges files of one kind with what the archive holds of the days they touch, and writes the days that change. Holds one
 * day and a few kilobytes per open file. Not thread-safe.
 */
final class DayMerge {

    private final Archive archive;
    private final EventKind kind;
    private final Settlement settlement;
    private final DayFilesWriter writer;
    private final Consumer<String> progress;
    private final TradeNumbers tradeNumbers = new TradeNumbers();
    private final PriorityQueue<EventStream> streams = new PriorityQueue<>(
            Comparator.comparingLong(EventStream::nextAvailableAt).thenComparingInt(EventStream::order));
    private final List<String> replaced = new ArrayList<>();
    private boolean isChanged;
    private long rows;

    /** @param progress told at each day */
    DayMerge(
            Archive archive,
            EventKind kind,
            List<FileCursor> files,
            Settlement settlement,
            DayFilesWriter writer,
            Consumer<String> progress) {
        this.archive = archive;
        this.kind = kind;
        this.settlement = settlement;
        this.writer = writer;
        this.progress = progress;
        files.forEach(this::keep);
    }

    private void keep(EventStream stream) {
        if (stream.nextAvailableAt() < EventStream.END) {
            streams.add(stream);
        }
    }

    /** @return the files written, their paths relative to the writer's folder */
    List<ArchiveFile> merge() throws IOException {
        try {
            while (!streams.isEmpty()) {
                mergeDay();
            }
            return writer.finish();
        } finally {
            for (EventStream stream : streams) {
                stream.close();
            }
        }
    }

    /** Paths of the archive's files whose days were written anew. */
    List<String> replaced() {
        return replaced;
    }

    private void mergeDay() throws IOException {
        // a file whose first row is bad does not know its first day before it is opened
        if (streams.peek().nextAvailableAt() == Long.MIN_VALUE) {
            takeInstant();
            return;
        }
        long day = UtcDays.dayOf(streams.peek().nextAvailableAt());
        List<ArchiveFile> held = archive.files(file -> isOf(file, day));
        for (ArchiveFile file : held) {
            keep(new ArchivedFile(file.intact(archive.root()), kind));
        }
        RowBuilder ofDay = new RowBuilder(EventRows.schema(kind));
        isChanged = false;
        while (!streams.isEmpty() && UtcDays.dayOf(streams.peek().nextAvailableAt()) == day) {
            for (Row row : settlement.settle(takeInstant())) {
                add(row, ofDay);
            }
        }
        rows += ofDay.rows();
        progress.accept("%ss of %s: %,d rows".formatted(EventRows.folder(kind), UtcDays.date(day), rows));
        if (isChanged) {
            held.forEach(file -> replaced.add(file.path()));
            writer.addDay(ofDay.build());
        }
    }

    private boolean isOf(ArchiveFile file, long day) {
        return file.day() == day && file.kind().equals(EventRows.folder(kind));
    }

    private void add(Row row, RowBuilder ofDay) throws IOException {
        if (kind == EventKind.TRADE) {
            tradeNumbers.follow(row);
        }
        row.addTo(ofDay);
        isChanged |= !row.isArchived();
    }

    /** The rows of the next instant, the archive's first, then file by file. */
    private List<Row> takeInstant() throws IOException {
        List<Row> instant = new ArrayList<>();
        long at = streams.peek().nextAvailableAt();
        while (!streams.isEmpty() && streams.peek().nextAvailableAt() == at) {
            EventStream stream = streams.poll();
            stream.take(instant);
            keep(stream);
        }
        return instant;
    }
}
