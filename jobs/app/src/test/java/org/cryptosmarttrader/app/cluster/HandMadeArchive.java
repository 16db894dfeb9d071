package org.cryptosmarttrader.app.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Hourly bars of some pairs of a venue that does not exist: waves and a stir, with a gap in each pair. */
record HandMadeArchive(long start, int hours, List<String> pairs) {

    private static final String VENUE = "test-venue";
    private static final long GRACE = 5_000;
    private static final byte[] PAYLOAD = Sha256.of("hand-made".getBytes(StandardCharsets.UTF_8));

    void write(Path root) throws IOException {
        Archive archive = Archive.openOrCreate(root);
        DayFilesWriter files = new DayFilesWriter(root, EventKind.BAR, "c00000001");
        RowBuilder rows = new RowBuilder(EventRows.schema(EventKind.BAR));
        for (int hour = 0; hour < hours; hour++) {
            for (int pair = 0; pair < pairs.size(); pair++) {
                if (!isGap(hour, pair)) {
                    EventRows.add(rows, bar(hour, pair), 0, 1);
                }
            }
        }
        RowBatch all = rows.build();
        for (int row = 0; row < all.rows(); row++) {
            files.add(all, row);
        }
        archive.commit(new Commit(archive.nextCommit(), files.finish(), List.of(), coverage(), List.of(), 0));
    }

    /** Thirty hours of each pair are missing, at a time of its own. */
    private static boolean isGap(int hour, int pair) {
        int gap = 600 + 211 * pair;
        return hour >= gap && hour < gap + 30;
    }

    private EventBlock bar(int hour, int pair) {
        long begin = start + hour * TickGrid.HOUR;
        long end = begin + TickGrid.HOUR;
        double open = price(hour - 1, pair);
        double close = price(hour, pair);
        double[] values = {
            open,
            Math.max(open, close) * 1.002,
            Math.min(open, close) * 0.998,
            close,
            100 + stir(hour, pair) % 50,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN
        };
        return new EventBlock(
                EventKind.BAR,
                VENUE,
                pairs.get(pair),
                TickGrid.HOUR,
                Availability.ASSIGNED,
                new long[] {begin},
                new long[] {end - 1},
                new long[] {end + GRACE},
                values,
                PAYLOAD);
    }

    private static double price(int hour, int pair) {
        double wave = StrictMath.sin(hour / (17.0 + pair)) + 2 * StrictMath.sin(hour / 230.0 + pair);
        return (10 + 90 * pair) * StrictMath.exp(0.02 * wave + 0.01 * (stir(hour, pair) / 1000.0 - 0.5));
    }

    /** A number from 0 to 999 that looks like chance and is none. */
    private static long stir(int hour, int pair) {
        long mixed = (hour * 31L + pair * 7919L + 12_345) * 0x9E3779B97F4A7C15L;
        return (mixed >>> 33) % 1000;
    }

    private List<Coverage> coverage() {
        List<Coverage> all = new ArrayList<>();
        for (String pair : pairs) {
            all.add(new Coverage(
                    pair,
                    VENUE + ":bar:60m",
                    hours - 30,
                    start + TickGrid.HOUR - 1,
                    start + hours * TickGrid.HOUR - 1));
        }
        return all;
    }
}
