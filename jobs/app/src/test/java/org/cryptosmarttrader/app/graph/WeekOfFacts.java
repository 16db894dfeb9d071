package org.cryptosmarttrader.app.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.Answer;

/**
 * Texts, transfers, daily metrics and a listing around the recorded week, made by a recipe: they say nothing about the world
 * and come from sources whose names begin with {@code test-}.
 */
final class WeekOfFacts {

    private static final Instant FIRST = Instant.parse("2013-11-24T00:00:00Z");
    private static final int HOURS = 8 * 24;
    private static final String COVERED = "2013-11-24/2013-12-02";

    private final Path folder;
    private final Path archive;

    private WeekOfFacts(Path folder, Path archive) {
        this.folder = folder;
        this.archive = archive;
    }

    /** Imports them as a user would. */
    static void into(Path archive, Path folder) throws IOException {
        WeekOfFacts facts = new WeekOfFacts(Files.createDirectories(folder), archive);
        facts.importTexts();
        facts.importTransfers();
        facts.importMetrics();
        facts.importListing();
    }

    private static Instant hour(int hour) {
        return FIRST.plusSeconds(3_600L * hour);
    }

    private void importTexts() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            String mood = List.of("rises, wonderful gains", "crashes, terrible losses", "is traded today")
                    .get(hour % 3);
            String coin = hour % 4 == 0 ? "Ethereum" : "Bitcoin";
            // each sixth says again what the one before it said
            int said = hour % 6 == 5 ? hour - 3 : hour;
            lines.add("""
                    {"id": "%d", "group": "%s", "published_at": "%s", "retrieved_at": "%s", "text": "%s %s number %d of the week"}""".formatted(
                            hour,
                            hour % 2 == 0 ? "news" : "x",
                            hour(hour),
                            hour(hour).plusSeconds(hour * 17L % 3_000),
                            coin,
                            mood,
                            said));
        }
        Path file = Files.write(folder.resolve("texts.jsonl"), lines);
        done(Answer.to(
                "import-text",
                "--archive",
                archive.toString(),
                "--format",
                "jsonl",
                "--source",
                "test-texts",
                "--group",
                "news",
                "--covers",
                COVERED,
                "--from",
                file.toString()));
    }

    private void importTransfers() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int hour = 1; hour < HOURS; hour += 3) {
            String to = hour % 2 == 0 ? "\"to_entity\": \"test-exchange\", \"to_kind\": \"exchange\", " : "";
            lines.add("""
                    {"chain": "bitcoin", "id": "t%d", "asset": "BTC", "amount": %d, %s"block_time": "%s", "received_at": "%s"}""".formatted(
                    hour, 500 + hour * 37 % 4_000, to, hour(hour), hour(hour).plusSeconds(1_260)));
        }
        Path file = Files.write(folder.resolve("transfers.jsonl"), lines);
        done(Answer.to(
                "import-chain",
                "--archive",
                archive.toString(),
                "--format",
                "transfers-jsonl",
                "--source",
                "test-chain",
                "--covers",
                COVERED,
                "--from",
                file.toString()));
    }

    private void importMetrics() throws IOException {
        List<String> lines = new ArrayList<>(List.of("asset,metric,day,value"));
        for (int day = 0; day < 8; day++) {
            String date = hour(24 * day).toString().substring(0, 10);
            lines.add("BTC,AdrActCnt,%s,%d".formatted(date, 100_000 + day * 7_919 % 1_000));
            lines.add("BTC,funding_rate,%s,%s".formatted(date, (day - 3) / 1e4));
            lines.add(",fear_greed,%s,%d".formatted(date, 20 + day * 13 % 60));
        }
        Path file = Files.write(folder.resolve("metrics.csv"), lines);
        done(chain("metrics-csv", file));
    }

    private void importListing() throws IOException {
        Path file = Files.write(
                folder.resolve("listings.csv"),
                List.of(
                        "pair,standing,event_time,available_at",
                        "BTC/USD,LISTED,2013-11-25T00:00:00Z,2013-11-25T00:00:00Z"));
        done(chain("listings-csv", file));
    }

    private Answer chain(String format, Path file) {
        return Answer.to(
                "import-chain",
                "--archive",
                archive.toString(),
                "--format",
                format,
                "--source",
                "test-" + format,
                "--from",
                file.toString());
    }

    private static void done(Answer answer) {
        if (answer.exit() != 0) {
            throw new IllegalStateException(answer.err());
        }
    }
}
