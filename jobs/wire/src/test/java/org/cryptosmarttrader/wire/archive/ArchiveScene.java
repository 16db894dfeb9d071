package org.cryptosmarttrader.wire.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/** Small archives: events are noted as wished and then laid down in order. */
public final class ArchiveScene {

    public static final long HOUR = TickGrid.HOUR;
    public static final long DAY = TickGrid.DAY;
    public static final long GRACE = 5_000;
    public static final TickGrid HOURLY = new TickGrid(HOUR, GRACE);
    public static final String HASH = hash("payload");

    private record Event(
            EventKind kind, long availableAt, long eventTime, long sequence, String pair, String hash, double price) {}

    private final Path root;
    private final List<Event> events = new ArrayList<>();

    public ArchiveScene(Path root) {
        this.root = root;
    }

    static String hash(String payload) {
        return Sha256.hex(Sha256.of(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** An hourly bar, known 5 s after its end. */
    public ArchiveScene bar(String pair, long start, double close) {
        return bar(pair, start, close, HASH);
    }

    public ArchiveScene bar(String pair, long start, double close, String hash) {
        long end = start + HOUR;
        events.add(new Event(EventKind.BAR, end + GRACE, end - 1, start, pair, hash, close));
        return this;
    }

    /** A trade, known at once. */
    public ArchiveScene trade(String pair, long at, long id, double price) {
        events.add(new Event(EventKind.TRADE, at, at, id, pair, HASH, price));
        return this;
    }

    /** Commits what was noted since the last commit. */
    public Archive commit() throws IOException {
        Archive archive = Archive.openOrCreate(root);
        List<ArchiveFile> added = new ArrayList<>();
        for (EventKind kind : List.of(EventKind.BAR, EventKind.TRADE)) {
            String prefix = "c%08d".formatted(archive.nextCommit());
            DayFilesWriter writer = new DayFilesWriter(root, kind, prefix);
            RowBatch rows = rows(kind);
            for (int row = 0; row < rows.rows(); row++) {
                writer.add(rows, row);
            }
            added.addAll(writer.finish());
        }
        events.clear();
        return archive.commit(new Commit(archive.nextCommit(), added, List.of(), List.of(), List.of(), 0));
    }

    RowBatch rows(EventKind kind) {
        RowBuilder rows = new RowBuilder(EventRows.schema(kind));
        events.stream()
                .filter(event -> event.kind == kind)
                .sorted(Comparator.comparingLong(Event::availableAt)
                        .thenComparingLong(Event::sequence)
                        .thenComparing(Event::pair))
                .forEach(event -> EventRows.add(rows, block(event), 0, 1));
        return rows.build();
    }

    private static EventBlock block(Event event) {
        double p = event.price;
        double[] values = event.kind == EventKind.TRADE
                ? new double[] {p, 1, Double.NaN}
                : new double[] {p, p, p, p, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        return new EventBlock(
                event.kind,
                "test-venue",
                event.pair,
                event.kind == EventKind.TRADE ? 0 : HOUR,
                org.cryptosmarttrader.domain.Availability.ASSIGNED,
                new long[] {event.sequence},
                new long[] {event.eventTime},
                new long[] {event.availableAt},
                values,
                Sha256.parse(event.hash));
    }
}
