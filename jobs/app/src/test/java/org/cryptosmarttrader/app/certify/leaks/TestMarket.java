package org.cryptosmarttrader.app.certify.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Configuration;

/**
 * Files of a market that does not exist, made by a recipe and imported as any others: bars of seven pairs, one listed late and
 * one delisted, trades of an eighth, news and a daily index. Their sources begin with {@code test-}.
 */
final class TestMarket {

    static final Instant FROM = Instant.parse("2021-02-12T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2021-02-22T00:00:00Z");

    private static final long START = Instant.parse("2021-01-01T00:00:00Z").toEpochMilli();
    private static final int HOURS = 53 * 24;
    private static final Instant DELISTED = Instant.parse("2021-02-19T00:00:00Z");
    private static final Instant LISTED = Instant.parse("2021-02-20T00:00:00Z");
    private static final List<String> WORDS = List.of(
            "great", "terrible", "gain", "loss", "strong", "weak", "happy", "fear", "win", "crash", "good", "bad");
    private static final List<String> SUBJECTS =
            List.of("traders", "miners", "banks", "funds", "analysts", "investors", "exchanges");

    private final Path folder;

    private TestMarket(Path folder) {
        this.folder = folder;
    }

    static TestMarket in(Path folder) throws IOException {
        TestMarket market = new TestMarket(folder);
        market.bars();
        market.trades();
        market.news();
        market.index();
        market.listings();
        return market;
    }

    Path archive() {
        return folder.resolve("archive");
    }

    /** The run to be certified over some archive. */
    static RunPlan plan(Path archive) throws IOException {
        Configuration conf = Configuration.read(
                Answer.home().resolve("conf"),
                Map.of("horizons.horizons", "[1h, 24h]", "sources.testInputs", "admitted"));
        return RunPlan.of(conf, archive, new Span(FROM, UNTIL, Optional.empty()), List.of(), RunPlan.Genesis.MEMORY);
    }

    private void imported(String command, String source, String format, Path file, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                "--source",
                source,
                "--format",
                format,
                "--from",
                file.toString(),
                "--archive",
                archive().toString()));
        words.addAll(List.of(more));
        Answer answer = Answer.to(words.toArray(String[]::new));
        assertThat(answer.exit()).as(answer.err()).isZero();
    }

    private Path file(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, lines);
    }

    private void bars() throws IOException {
        int number = 0;
        for (String base : List.of("BTC", "ETH", "ADA", "LTC", "XRP", "LINK", "DOT")) {
            long from = base.equals("DOT") ? LISTED.toEpochMilli() : START;
            long until = base.equals("LINK") ? DELISTED.toEpochMilli() : START + HOURS * TickGrid.HOUR;
            file("bars/" + base + "USD_60.csv", bars(new SplittableRandom(++number), from, until));
        }
        imported("import", "test-venue", "kraken-ohlcvt", folder.resolve("bars"));
    }

    private static List<String> bars(SplittableRandom random, long from, long until) {
        List<String> lines = new ArrayList<>();
        double price = 100;
        for (long start = from; start < until; start += TickGrid.HOUR) {
            double open = price;
            price *= 1 + 0.02 * (random.nextDouble() - 0.5);
            double high = Math.max(open, price) * (1 + 0.005 * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.005 * random.nextDouble());
            if (random.nextInt(100) > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%d,%.6f,%.6f,%.6f,%.6f,%.4f,%d",
                        start / 1_000,
                        open,
                        high,
                        low,
                        price,
                        10 + 90 * random.nextDouble(),
                        1 + random.nextInt(500)));
            }
        }
        return lines;
    }

    private void trades() throws IOException {
        SplittableRandom random = new SplittableRandom(99);
        List<String> lines = new ArrayList<>();
        double price = 1;
        for (long at = START; at < START + HOURS * TickGrid.HOUR; at += 60_000L * (5 + random.nextInt(20))) {
            price *= 1 + 0.01 * (random.nextDouble() - 0.5);
            lines.add(String.format(
                    Locale.ROOT,
                    "%d.%03d,%.6f,%.4f",
                    at / 1_000,
                    random.nextInt(1_000),
                    price,
                    random.nextDouble(1, 9)));
        }
        imported("import", "test-trades", "kraken-trades", file("trades/DOGEUSD.csv", lines));
    }

    private void news() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (long at = START; at < START + HOURS * TickGrid.HOUR; at += 60_000L * (30 + random.nextInt(120))) {
            StringBuilder text = new StringBuilder(number % 2 == 0 ? "Bitcoin" : "Ethereum");
            for (int word = 0; word < 6; word++) {
                text.append(" is ").append(WORDS.get(random.nextInt(WORDS.size())));
                text.append(" for the ").append(SUBJECTS.get(random.nextInt(SUBJECTS.size())));
            }
            lines.add("{\"id\":\"n%d\",\"published_at\":\"%s\",\"text\":\"%s\",\"group\":\"news\"}"
                    .formatted(number++, Instant.ofEpochMilli(at), text));
        }
        imported("import-text", "test-news", "jsonl", file("news/news.jsonl", lines));
    }

    private void index() throws IOException {
        SplittableRandom random = new SplittableRandom(8);
        List<String> lines = new ArrayList<>(List.of("date,fear_greed_index"));
        for (int day = 0; day < HOURS / 24; day++) {
            String date =
                    Instant.ofEpochMilli(START + day * TickGrid.DAY).toString().substring(0, 10);
            lines.add(date + "," + random.nextInt(5, 95));
        }
        imported("import-chain", "test-index", "fear-greed", file("index/fear_greed.csv", lines));
    }

    private void listings() throws IOException {
        List<String> lines = List.of(
                "pair,standing,event_time,available_at", "LINK/USD,DELISTED,%s,%s".formatted(DELISTED, DELISTED));
        imported("import-chain", "test-listings", "listings-csv", file("listings/listings.csv", lines));
    }
}
