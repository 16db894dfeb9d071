package org.cryptosmarttrader.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
import org.cryptosmarttrader.wire.rows.RowBuilder;

/**
 * An archive of generated bars, written into a temporary folder as load for the benches; nowhere else are bars made up. One
 * bar in a hundred is missing.
 *
 * @param pairs how many, BTC/USD and ETH/USD among them
 * @param barMillis length of a bar
 * @param days how many, from 2020 on
 */
public record GeneratedArchive(int pairs, long barMillis, int days) {

    public static final long START = 1_577_836_800_000L;

    private static final String SOURCE = "generated";
    private static final long DELAY = 5_000;
    private static final double FIRST_PRICE = 100;
    /** Widest step of a bar. */
    private static final double STEP = 0.01;

    private static final int MISSING_ONE_IN = 100;
    private static final byte[] PAYLOAD = Sha256.of("load of cst bench".getBytes(StandardCharsets.UTF_8));

    /** Writes the archive. */
    public void write(Path root) throws IOException {
        Archive archive = Archive.openOrCreate(root);
        DayFilesWriter files = new DayFilesWriter(root, EventKind.BAR, SOURCE);
        RowBuilder row = new RowBuilder(EventRows.schema(EventKind.BAR));
        List<Walk> walks = IntStream.range(0, pairs).mapToObj(Walk::new).toList();
        for (long bar = 0; bar < days * TickGrid.DAY / barMillis; bar++) {
            for (Walk walk : walks) {
                EventBlock event = walk.next(START + bar * barMillis, barMillis);
                if (event != null) {
                    EventRows.add(row, event, 0, 1);
                    files.add(row.build(), 0);
                }
            }
        }
        List<Coverage> coverage = walks.stream().map(this::coverage).toList();
        archive.commit(new Commit(archive.nextCommit(), files.finish(), List.of(), coverage, List.of(), 0));
    }

    private Coverage coverage(Walk walk) {
        String feed = "%s:bar:%dm".formatted(SOURCE, barMillis / TickGrid.MINUTE);
        return new Coverage(walk.pair, feed, walk.bars, START, START + days * TickGrid.DAY);
    }

    /** The prices of one pair. */
    private static final class Walk {
        private final String pair;
        private final SplittableRandom random;
        private double price = FIRST_PRICE;
        private long bars;

        Walk(int number) {
            pair = List.of("BTC", "ETH").stream().skip(number).findFirst().orElse("P%02d".formatted(number)) + "/USD";
            random = new SplittableRandom(number);
        }

        /** The bar that starts then; null if it is missing. */
        EventBlock next(long start, long barMillis) {
            double open = price;
            price *= 1 + STEP * (random.nextDouble() - 0.5);
            double high = Math.max(open, price) * (1 + STEP * random.nextDouble());
            double low = Math.min(open, price) * (1 - STEP * random.nextDouble());
            double volume = 1 + random.nextDouble();
            if (random.nextInt(MISSING_ONE_IN) == 0) {
                return null;
            }
            bars++;
            return bar(start, barMillis, new double[] {open, high, low, price, volume});
        }

        private EventBlock bar(long start, long barMillis, double[] prices) {
            double[] values = new double[EventKind.BAR.width()];
            Arrays.fill(values, Double.NaN);
            System.arraycopy(prices, 0, values, 0, prices.length);
            return new EventBlock(
                    EventKind.BAR,
                    SOURCE,
                    pair,
                    barMillis,
                    Availability.ASSIGNED,
                    new long[] {start},
                    new long[] {start + barMillis - 1},
                    new long[] {start + barMillis + DELAY},
                    values,
                    PAYLOAD);
        }
    }
}
