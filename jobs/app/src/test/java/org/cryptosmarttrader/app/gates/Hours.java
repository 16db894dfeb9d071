package org.cryptosmarttrader.app.gates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.Coverage;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/**
 * Hourly bars of BTC/USD made by hand, from 2021-03-01 on, as a venue's events. By default they are what ingest would have
 * made of a recorded file: known five seconds after their end, with the hash of a payload.
 *
 * @param source id
 * @param hours numbers of the bars
 * @param availableAt when a bar is known, by its number; counted in milliseconds from the first bar's start
 * @param sequence of a bar, by its number
 * @param hash of the payload
 */
record Hours(String source, List<Long> hours, LongUnaryOperator availableAt, LongUnaryOperator sequence, byte[] hash) {

    /** Bars that make 12 weeks: of the first no decision can have matured before it. */
    static final int TWELVE_WEEKS = 2_017;

    static final String PAIR = "BTC/USD";
    static final long START = Instant.parse("2021-03-01T00:00:00Z").toEpochMilli();
    static final long GRACE = 5_000;

    private static final byte[] PAYLOAD = Sha256.of("hand-made".getBytes(StandardCharsets.UTF_8));

    /** Bars from one number up to before another. */
    static Hours of(long from, long until) {
        return new Hours(
                "kraken",
                LongStream.range(from, until).boxed().toList(),
                hour -> (hour + 1) * TickGrid.HOUR + GRACE,
                hour -> hour,
                PAYLOAD);
    }

    Hours from(String other) {
        return new Hours(other, hours, availableAt, sequence, hash);
    }

    Hours knownAt(LongUnaryOperator when) {
        return new Hours(source, hours, when, sequence, hash);
    }

    Hours numbered(LongUnaryOperator number) {
        return new Hours(source, hours, availableAt, number, hash);
    }

    Hours withoutProvenance() {
        return new Hours(source, hours, availableAt, sequence, new byte[EventBlock.HASH_BYTES]);
    }

    /** One block each, by availability. */
    List<EventBlock> events() {
        return hours.stream().map(this::event).toList();
    }

    private EventBlock event(long hour) {
        double open = price(hour - 1);
        double close = price(hour);
        double[] values = {
            open,
            Math.max(open, close),
            Math.min(open, close),
            close,
            100 + hour % 7,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN
        };
        return new EventBlock(
                EventKind.BAR,
                source,
                PAIR,
                TickGrid.HOUR,
                Availability.RECORDED,
                new long[] {sequence.applyAsLong(hour)},
                new long[] {START + (hour + 1) * TickGrid.HOUR - 1},
                new long[] {START + availableAt.applyAsLong(hour)},
                values,
                hash);
    }

    private static double price(long hour) {
        return 50_000 * StrictMath.exp(0.02 * StrictMath.sin(hour / 17.0) + 0.01 * StrictMath.sin(hour * 1.7));
    }

    /** A line of the bar in Kraken's layout. */
    static String line(long hour) {
        EventBlock bar = Hours.of(hour, hour + 1).events().get(0);
        return "%d,%s,%s,%s,%s,%s,7"
                .formatted(
                        START / 1_000 + hour * 3_600,
                        bar.value(0, EventKind.OPEN),
                        bar.value(0, EventKind.HIGH),
                        bar.value(0, EventKind.LOW),
                        bar.value(0, EventKind.CLOSE),
                        bar.value(0, EventKind.VOLUME));
    }

    /** Lays events down in an archive as they are, past every check of an import. */
    static Archive lay(Path root, Hours... parts) throws IOException {
        List<EventBlock> events = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        for (Hours part : parts) {
            List<EventBlock> ofPart = part.events();
            events.addAll(ofPart);
            coverage.add(new Coverage(
                    PAIR,
                    part.source() + ":bar:60m",
                    ofPart.size(),
                    ofPart.get(0).eventTime(0),
                    ofPart.get(ofPart.size() - 1).eventTime(0)));
        }
        events.sort(Comparator.comparingLong((EventBlock event) -> event.availableAt(0))
                .thenComparingLong(event -> event.sequence(0)));
        RowBuilder rows = new RowBuilder(EventRows.schema(EventKind.BAR));
        events.forEach(event -> EventRows.add(rows, event, 0, 1));
        Archive archive = Archive.openOrCreate(root);
        DayFilesWriter files = new DayFilesWriter(root, EventKind.BAR, "c%08d".formatted(archive.nextCommit()));
        RowBatch all = rows.build();
        for (int row = 0; row < all.rows(); row++) {
            files.add(all, row);
        }
        return archive.commit(new Commit(archive.nextCommit(), files.finish(), List.of(), coverage, List.of(), 0));
    }
}
