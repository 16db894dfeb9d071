package org.cryptosmarttrader.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.RecordedFacts;

/**
 * An archive of recorded files, taken in by command, and datasets over it: a season of two exchanges with two outages and a
 * new listing, and an earlier one in which a pair trades in half of the hours.
 */
final class OracleDatasets {

    private static final List<String> BINANCE = List.of("BTC", "ETH", "SOL", "XRP", "FTT", "FLOW");
    private static final List<String> KRAKEN = List.of("XBT", "ETH", "STORJ");
    private static final String HEARD = "2021-10-12/2021-12-01";

    private final Path folder;

    private OracleDatasets(Path folder) {
        this.folder = folder;
    }

    static OracleDatasets in(Path folder) throws IOException {
        OracleDatasets made = new OracleDatasets(folder);
        made.takeBars();
        made.takeTexts();
        RecordedFacts.takeMetrics(made.archive());
        made.make("2020-07-15", "2020-10-01");
        made.make("2021-08-10", "2021-12-01");
        return made;
    }

    Path archive() {
        return folder.resolve("archive");
    }

    List<Path> datasets() {
        return List.of(folder.resolve("2020-07-15"), folder.resolve("2021-08-10"));
    }

    private void takeBars() {
        List<String> binance = new ArrayList<>(List.of("import", "--source", "binance", "--from"));
        BINANCE.forEach(base -> binance.add(recorded("ohlcv/binance-1h-2017-2022/%sUSDT_60.csv.gz".formatted(base))));
        take(binance);
        List<String> kraken = new ArrayList<>(List.of("import", "--source", "kraken", "--from"));
        KRAKEN.forEach(base -> kraken.add(recorded("ohlcv/kraken-1h/%sUSD_60.csv.gz".formatted(base))));
        take(kraken);
    }

    private void takeTexts() throws IOException {
        RecordedFacts.takeNews(archive(), HEARD);
        RecordedFacts.takeTweets(archive(), HEARD);
        String posts = posts().toString();
        take(List.of(
                "import-text",
                "--format",
                "jsonl",
                "--source",
                "posts",
                "--group",
                "reddit",
                "--from",
                posts,
                "--covers",
                HEARD));
    }

    /** No posts were recorded: by a fixed recipe 400 of them, 3 hours apart, every eleventh a repetition. */
    private Path posts() throws IOException {
        List<String> lines = new ArrayList<>();
        Instant from = Instant.parse("2021-10-12T00:30:00Z");
        for (int i = 0; i < 400; i++) {
            String words = i % 11 == 0 ? "they say it every day" : "number %d of what they say, %d".formatted(i, i * i);
            lines.add(
                    "{\"id\":\"p%d\",\"published_at\":\"%s\",\"group\":\"reddit\",\"text\":\"%s about %s is good and bad and good\"}"
                            .formatted(i, from.plusSeconds(10_800L * i), words, i % 3 == 0 ? "Bitcoin" : "Solana"));
        }
        return Files.write(folder.resolve("posts.jsonl"), lines);
    }

    private static String recorded(String file) {
        return Golden.shared("data/" + file).toString();
    }

    private void take(List<String> words) {
        RecordedFacts.take(archive(), words.toArray(String[]::new));
    }

    private void make(String from, String until) {
        done(List.of(
                "dataset",
                "--archive",
                archive().toString(),
                "--from",
                from,
                "--until",
                until,
                "--out",
                folder.resolve(from).toString()));
    }

    private static void done(List<String> words) {
        Answer answer = Answer.to(words.toArray(String[]::new));
        assertThat(answer.exit()).as("%s%n%s", words, answer.err()).isZero();
    }
}
