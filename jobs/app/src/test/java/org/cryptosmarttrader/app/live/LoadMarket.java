package org.cryptosmarttrader.app.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.kraken.KrakenFeed;
import org.cryptosmarttrader.time.TickGrid;

/**
 * A market of as many pairs as wanted: recorded pairs, and earlier stretches of their record under other names, each hour as
 * four trades at its open, high, low and close. It is load for tests, never data.
 */
final class LoadMarket {

    /** A memory of 900 hours, and room. */
    private static final int PAST_HOURS = 42 * 24;

    private static final int PRICES = 4;
    private static final int VOLUME = 4;
    /** Within the hour, milliseconds. */
    private static final long[] AT = {60_000, 1_200_000, 2_400_000, 3_540_000};
    /** From a trade until it is known, milliseconds. */
    private static final long LATENCY = 50;

    private final List<Pair> pairs;
    private final long from;
    private final String source;

    /** A pair's hours, each open, high, low, close, volume; null where nothing was traded. */
    private record Pair(String name, double[][] hours) {}

    private LoadMarket(List<Pair> pairs, long from, String source) {
        this.pairs = pairs;
        this.from = from;
        this.source = source;
    }

    /**
     * @param count of pairs; those recorded within the span come first, under their own names
     * @param from epoch milliseconds, a whole hour
     * @param hours of the market
     * @param source id the trades carry
     */
    static LoadMarket of(int count, long from, int hours, String source) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Golden.shared("data/ohlcv/binance-1h-2017-2022"))) {
            files = all.filter(path -> path.toString().endsWith(BoxedBars.SUFFIX))
                    .sorted()
                    .toList();
        }
        List<Pair> pairs = new ArrayList<>();
        // stretches overlap, or the record would not be long enough; no two pairs have the same hour at the same time
        long step = hours / 2 * TickGrid.HOUR;
        for (int stretch = 0; pairs.size() < count; stretch++) {
            int before = pairs.size();
            for (Path file : files) {
                double[][] read = read(file, from - stretch * step, hours);
                // one that was listed within the stretch would be another load each hour
                if (read[0] != null && pairs.size() < count) {
                    String base = file.getFileName().toString().replace(BoxedBars.SUFFIX, "");
                    pairs.add(new Pair(base + (stretch == 0 ? "" : stretch) + "/USD", read));
                }
            }
            if (pairs.size() == before) {
                throw new IOException("the record is too short for %d pairs of %d hours".formatted(count, hours));
            }
        }
        return new LoadMarket(pairs, from, source);
    }

    private static double[][] read(Path file, long from, int hours) throws IOException {
        double[][] read = new double[hours][];
        try (BufferedReader lines = BoxedBars.read(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                long hour = Math.floorDiv(Long.parseLong(cells[0]) * 1_000 - from, TickGrid.HOUR);
                if (hour >= 0 && hour < hours && Double.parseDouble(cells[5]) > 0) {
                    double[] bar = new double[PRICES + 1];
                    for (int i = 0; i < bar.length; i++) {
                        bar[i] = Double.parseDouble(cells[1 + i]);
                    }
                    read[(int) hour] = bar;
                }
            }
        }
        return read;
    }

    /** A market that has a past long enough for every feature, and goes on for a span. */
    static LoadMarket around(long from, long until, int count) throws IOException {
        long begin = Math.floorDiv(from, TickGrid.HOUR) * TickGrid.HOUR - PAST_HOURS * TickGrid.HOUR;
        return of(count, begin, (int) -Math.floorDiv(begin - until, TickGrid.HOUR), KrakenFeed.SOURCE);
    }

    /**
     * The bars before an instant as files of Kraken's own layout.
     *
     * @param until epoch milliseconds, a whole hour
     */
    void copy(long until, Path folder) throws IOException {
        for (Pair pair : pairs) {
            List<String> lines = new ArrayList<>();
            for (int hour = 0; from + (hour + 1) * TickGrid.HOUR <= until; hour++) {
                double[] bar = pair.hours()[hour];
                if (bar != null) {
                    lines.add("%d,%s,%s,%s,%s,%s,%d"
                            .formatted(
                                    (from + hour * TickGrid.HOUR) / 1_000,
                                    plain(bar[0]),
                                    plain(bar[1]),
                                    plain(bar[2]),
                                    plain(bar[3]),
                                    plain(bar[VOLUME]),
                                    PRICES));
                }
            }
            Files.write(folder.resolve(pair.name().replace("/", "") + "_60.csv"), lines);
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    /** As pairs of a venue in a box. */
    List<BoxedPair> boxed() {
        List<BoxedPair> boxed = new ArrayList<>();
        for (Pair pair : pairs) {
            List<BoxedTrade> trades = new ArrayList<>();
            for (int hour = 0; hour < pair.hours().length; hour++) {
                double[] bar = pair.hours()[hour];
                for (int trade = 0; bar != null && trade < PRICES; trade++) {
                    trades.add(new BoxedTrade(
                            trades.size() + 1L,
                            TimeUnit.MILLISECONDS.toNanos(from + hour * TickGrid.HOUR + AT[trade]),
                            plain(bar[trade]),
                            plain(bar[VOLUME] / PRICES),
                            trade % 2 == 0 ? 'b' : 's'));
                }
            }
            boxed.add(BoxedPair.always(pair.name(), trades));
        }
        return boxed;
    }

    /** The trades of an hour in the order in which they become known. */
    List<EventBlock> trades(int hour) {
        List<EventBlock> trades = new ArrayList<>(pairs.size() * PRICES);
        for (int i = 0; i < pairs.size(); i++) {
            double[] bar = pairs.get(i).hours()[hour];
            for (int trade = 0; bar != null && trade < PRICES; trade++) {
                trades.add(trade(i, hour, trade, bar));
            }
        }
        trades.sort(Comparator.comparingLong(trade -> trade.availableAt(0)));
        return trades;
    }

    private EventBlock trade(int pair, int hour, int trade, double[] bar) {
        long number = (long) hour * PRICES + trade;
        long at = from + hour * TickGrid.HOUR + AT[trade];
        byte[] hash = ByteBuffer.allocate(EventBlock.HASH_BYTES)
                .putInt(pair + 1)
                .putLong(number)
                .array();
        return new EventBlock(
                EventKind.TRADE,
                source,
                pairs.get(pair).name(),
                0,
                Availability.RECORDED,
                new long[] {number + 1},
                new long[] {at},
                new long[] {at + LATENCY},
                new double[] {bar[trade], bar[VOLUME] / PRICES, trade % 2 == 0 ? 1 : -1},
                hash);
    }
}
