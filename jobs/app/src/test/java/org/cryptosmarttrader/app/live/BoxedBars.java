package org.cryptosmarttrader.app.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;

/**
 * Recorded hourly bars as what a venue in a box trades: each bar as four trades at its open, high, low and close. The prices
 * and amounts are recorded, the instants within the hour are not; it is load for tests, never data.
 */
final class BoxedBars {

    static final String SUFFIX = "USDT_60.csv.gz";
    /** Within the hour, seconds. */
    private static final long[] AT = {60, 1_200, 2_400, 3_540};

    private BoxedBars() {}

    /**
     * All recorded pairs that trade within a span.
     *
     * @param from epoch milliseconds
     * @param until epoch milliseconds
     */
    static List<BoxedPair> between(long from, long until) throws IOException {
        List<BoxedPair> pairs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Golden.shared("data/ohlcv/binance-1h-2017-2022"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                List<BoxedTrade> trades = trades(file, from / 1_000, until / 1_000);
                if (!trades.isEmpty()) {
                    String base = file.getFileName().toString().replace(SUFFIX, "");
                    pairs.add(BoxedPair.always(base + "/USD", trades));
                }
            }
        }
        return pairs;
    }

    /**
     * The bars of a span as files of Kraken's own layout, under the names of the box's pairs.
     *
     * @param from epoch milliseconds
     * @param until epoch milliseconds
     */
    static void copy(long from, long until, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Golden.shared("data/ohlcv/binance-1h-2017-2022"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                try (BufferedReader lines = read(file)) {
                    List<String> wanted = lines.lines()
                            .filter(line -> {
                                long start = Long.parseLong(line.substring(0, line.indexOf(','))) * 1_000;
                                return start >= from && start < until;
                            })
                            .toList();
                    if (!wanted.isEmpty()) {
                        String name = file.getFileName().toString().replace(SUFFIX, "USD_60.csv");
                        Files.write(folder.resolve(name), wanted);
                    }
                }
            }
        }
    }

    static BufferedReader read(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static List<BoxedTrade> trades(Path file, long from, long until) throws IOException {
        List<BoxedTrade> trades = new ArrayList<>();
        try (BufferedReader lines = read(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                long start = Long.parseLong(cells[0]);
                BigDecimal quarter = new BigDecimal(cells[5]).divide(BigDecimal.valueOf(4), 8, RoundingMode.DOWN);
                if (start >= from && start < until && quarter.signum() > 0) {
                    for (int i = 0; i < AT.length; i++) {
                        trades.add(new BoxedTrade(
                                trades.size() + 1L,
                                TimeUnit.SECONDS.toNanos(start + AT[i]),
                                new BigDecimal(cells[1 + i]).toPlainString(),
                                quarter.toPlainString(),
                                i % 2 == 0 ? 'b' : 's'));
                    }
                }
            }
        }
        return trades;
    }
}
