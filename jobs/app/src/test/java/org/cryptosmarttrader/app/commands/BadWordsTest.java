package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.app.Marketplace.bars;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each is refused with a message that says what, where and what to do, before any output is begun. */
@DisplayName("A run that cannot be")
class BadWordsTest {

    @TempDir
    Path folder;

    private Marketplace market;
    private Path out;

    @BeforeEach
    void an_archive_of_two_days() throws IOException {
        market = new Marketplace(folder);
        market.file("XBTUSD_60.csv", bars(48));
        assertThat(market.importsBars().exit()).isZero();
        out = folder.resolve("out");
    }

    private Answer run(String command, String... more) {
        List<String> words =
                new ArrayList<>(List.of(command, "--archive", market.archive().toString(), "--out", out.toString()));
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }

    private Answer dataset(String... more) {
        return run("dataset", with(more));
    }

    private static String[] with(String... more) {
        return Stream.concat(Stream.of("--from", "2021-03-15", "--until", "2021-03-16"), Stream.of(more))
                .toArray(String[]::new);
    }

    private void refuses(Answer answer, int exit, String message) {
        assertThat(answer.err()).startsWith(message);
        assertThat(answer.exit()).isEqualTo(exit);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-30, 2021-03-16",
        "2021-03-15T25:00:00Z, 2021-03-16",
        "yesterday, 2021-03-16",
        "15.03.2021, 2021-03-16",
    })
    void begins_at_an_impossible_date(String from, String until) {
        refuses(
                run("dataset", "--from", from, "--until", until),
                2,
                "Invalid value for option '--from': '%s' is not a date such as 2022-03-01 or an instant such as 2022-03-01T12:00:00Z (UTC)"
                        .formatted(from));
    }

    @Test
    void ends_before_it_begins() {
        refuses(
                run("dataset", "--from", "2021-03-16", "--until", "2021-03-15"),
                2,
                "--from 2021-03-16T00:00:00Z --until 2021-03-15T00:00:00Z: expected a later end");
    }

    @ParameterizedTest
    @CsvSource({
        "dataset, 2022-01-01T00:00:00Z, 2022-02-01T00:00:00Z",
        "backtest, 2022-01-01T00:00:00Z, 2022-02-01T00:00:00Z",
        "replay, 2022-01-01T00:00:00Z, 2022-02-01T00:00:00Z",
        "dataset, 2020-01-01T00:00:00Z, 2020-02-01T00:00:00Z",
        "dataset, 2021-03-15T10:10:00Z, 2021-03-15T10:50:00Z",
    })
    void covers_an_empty_span(String command, Instant from, Instant until) {
        refuses(
                run(command, "--from", from.toString(), "--until", until.toString()),
                1,
                "archive %s: no decision from %s until %s; it holds events of 2021-03-15T01:00:05Z to 2021-03-17T00:00:05Z, decisions fall every 1h\nchoose --from and --until within that, or import more with cst import --archive %1$s\n"
                        .formatted(market.archive(), from, until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataset", "backtest", "replay"})
    void reads_an_archive_that_is_not_there(String command) {
        Path gone = folder.resolve("gone");

        refuses(
                Answer.to(Stream.concat(
                                Stream.of(command, "--archive", gone.toString(), "--out", out.toString()),
                                Stream.of(with()))
                        .toArray(String[]::new)),
                1,
                "archive %1$s: no archive here (no folder _commits); fill one with cst import --archive %1$s\n"
                        .formatted(gone));
    }

    @Test
    void reads_an_archive_that_holds_nothing() throws IOException {
        Path empty = folder.resolve("empty");
        Files.createDirectories(empty.resolve("_commits"));

        refuses(
                Answer.to(Stream.concat(
                                Stream.of("dataset", "--archive", empty.toString(), "--out", out.toString()),
                                Stream.of(with()))
                        .toArray(String[]::new)),
                1,
                "archive %s: holds no bars or trades; fill it with cst import\n".formatted(empty));
    }

    @Test
    void asks_for_a_pair_the_archive_does_not_hold() {
        refuses(
                dataset("--pairs", "BTC/USD,ETH/USD"),
                1,
                "--pairs ETH/USD: not in archive %s, which holds [BTC/USD]\n".formatted(market.archive()));
    }

    @Test
    void finds_two_feeds_of_one_pair_and_none_named() throws IOException {
        market.file("XBTUSD_60.csv", bars(47));
        assertThat(market.importsBars("--source", "bitfinex").exit()).isZero();

        refuses(
                dataset(),
                1,
                "BTC/USD: the archive holds [bitfinex:bar:60m, kraken:bar:60m]; name one under feeds in conf/sources.yaml\n");
    }

    @Test
    void has_ticks_finer_than_the_bars() {
        refuses(
                dataset("--set", "cst.ticks.interval=5m"),
                1,
                "BTC/USD: the archive holds no trades, and no bars that ticks of 5 minutes are made of; import finer data, or use longer ticks\n");
    }

    @Test
    void has_wrong_settings_all_named_at_once() {
        Answer answer = dataset(
                "--set", "gates.confidence.minimum=80", "--set", "cst.ticks.intervall=1h", "--set", "trade.size=1");

        refuses(answer, 1, "--set trade.size=1: expected FILE.KEY=VALUE with one of the files [");
        assertThat(answer.err().lines())
                .anyMatch(line -> line.startsWith("conf/gates.yaml: confidence.minimum is 80"))
                .anyMatch(
                        line -> line.startsWith("conf/cst.yaml: unknown key 'ticks.intervall' (of --set); known are "));
    }

    @Test
    void declares_what_is_no_statement() {
        Answer answer = dataset("--set", "horizons.statements=[beyond_1.0, up]");

        refuses(answer, 1, "conf/horizons.yaml: statement 'beyond_1.0': expected outperforms, or beyond_ and a number");
        assertThat(answer.err().lines()).anyMatch(line -> line.endsWith("; up is made without being listed"));
    }

    @Test
    void has_a_setting_that_is_no_length_of_time_and_so_in_no_range() {
        Answer answer = dataset("--set", "cst.ticks.interval=5");

        refuses(answer, 1, "conf/cst.yaml: ticks.interval is 5, expected a whole number and a unit");
        assertThat(answer.err()).doesNotContain("divide").hasLineCount(1);
    }

    @Test
    void misspells_a_word_it_needs() {
        Answer answer = Answer.to("dataset", "--archiv", "x", "--out", out.toString(), "--from", "2021-03-15");

        refuses(answer, 2, "Missing required options: ");
        assertThat(answer.err().lines()).contains("Unknown options: '--archiv', 'x'", "Possible solutions: --archive");
    }

    @Test
    void would_write_where_a_backtest_lies_or_was_begun() throws IOException {
        Path begun = Files.createDirectories(folder.resolve("begun/training-set"));
        new RunScene(folder.resolve("done"), "backtest-1", new FeatureCatalog(List.of(), List.of()), 0);

        assertThat(backtest(folder.resolve("done")))
                .startsWith("output %s: holds run backtest-1 already; choose another --out or remove the folder"
                        .formatted(folder.resolve("done")));
        assertThat(backtest(begun.getParent()))
                .startsWith("output %s: holds the training set of a backtest that did not end"
                        .formatted(begun.getParent()));
    }

    @Test
    void would_walk_forward_with_no_models_at_all() {
        assertThat(backtest(out, "--retrain", "never"))
                .startsWith("--retrain never: nothing would forecast; name models with --models");
        assertThat(backtest(out, "--retrain", "sometimes"))
                .contains("'sometimes' is not a length of time such as 12h or 28d");
        assertThat(out).doesNotExist();
    }

    private String backtest(Path to, String... more) {
        return Answer.to(Stream.of(
                                Stream.of(
                                        "backtest",
                                        "--archive",
                                        market.archive().toString(),
                                        "--out",
                                        to.toString()),
                                Stream.of(more),
                                Stream.of(with()))
                        .flatMap(words -> words)
                        .toArray(String[]::new))
                .err();
    }

    @Test
    void would_train_with_other_ticks_than_the_dataset_has() {
        Path dataset = folder.resolve("dataset");
        new RunScene(dataset, "dataset-1", StandardFeatures.withoutFitted(), 0);

        refuses(
                Answer.to(
                        "train",
                        "--dataset",
                        dataset.toString(),
                        "--as-of",
                        "2021-03-16",
                        "--out",
                        out.toString(),
                        "--set",
                        "cst.ticks.interval=5m"),
                1,
                "training set %s: made with ticks of 1h, the settings say 5m; add --set cst.ticks.interval=1h, or make it again with cst dataset\n"
                        .formatted(dataset));
    }

    @Test
    void has_no_settings() {
        Answer answer = dataset("--conf", folder.toString());

        refuses(answer, 1, "conf/cst.yaml: not found at %s/cst.yaml; restore it".formatted(folder));
        assertThat(answer.err()).contains("conf/gates.yaml: not found at ");
    }

    @Test
    void has_an_impossible_parallelism_or_backend() {
        refuses(dataset("--parallelism", "0"), 2, "--parallelism 0: expected 1 to 128\n");
        refuses(dataset("--state", "paper"), 2, "--state paper: expected hashmap or rocksdb\n");
    }

    @Test
    void would_start_its_broker_at_a_busy_port() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(
                    run("replay", with("--port", String.valueOf(busy.getLocalPort()))),
                    1,
                    "broker: port %d of 127.0.0.1 is not free (Address already in use); end the program that listens there, or name another port\n"
                            .formatted(busy.getLocalPort()));
        }
    }

    @Test
    void names_a_broker_and_a_port_for_one_of_its_own() {
        refuses(
                run("replay", with("--bootstrap", "127.0.0.1:9092", "--port", "9093")),
                2,
                "--bootstrap 127.0.0.1:9092 --port 9093: the port is that of the broker inside this process; leave one of them out\n");
    }

    @ParameterizedTest
    @CsvSource({
        "parity a b, --set cst.ticks.interval=5m",
        "parity a b, --conf conf",
        "parity a b, --models-conf models",
        "report a, --set cst.ticks.interval=5m",
        "report a, --conf conf",
        "report a, --models-conf models",
        "cluster status, --set cst.ticks.interval=5m",
        "cluster stop, --conf conf",
        "dataset --from 2021-03-15 --until 2021-03-16 --archive a --out o, --models-conf models",
        "import --from a --archive b, --models-conf models",
    })
    void names_settings_that_the_command_does_not_read(String command, String option) {
        Answer answer = Answer.to((command + " " + option).split(" "));

        assertThat(answer.err()).startsWith("Unknown option").contains(option.split(" ")[0]);
        assertThat(answer.exit()).isEqualTo(2);
    }

    @Test
    void is_no_command() {
        Answer answer = Answer.to("datasets");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).startsWith("Unmatched argument at index 0: 'datasets'");
    }

    @Test
    void certifies_an_archive_shorter_than_a_memory() {
        refuses(run("certify"), 1, "archive %s: a whole memory of 900 ticks ends at ".formatted(market.archive()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "broker"})
    void names_a_port_that_cannot_be(String command) {
        Answer answer = Answer.to(command, "--port", "99999", "--data", folder.toString());

        assertThat(answer.err()).startsWith("--port 99999: expected 1 to 65535");
        assertThat(answer.exit()).isEqualTo(1);
    }

    @Test
    void starts_a_second_installation_in_the_folder_of_the_first() throws IOException {
        try (ArchiveLock first = ArchiveLock.take(folder)) {
            Answer answer = Answer.to("up", "--data", folder.toString());

            assertThat(answer.err()).startsWith(folder + ": another cst up runs from this folder; end it first");
            assertThat(answer.exit()).isEqualTo(1);
        }
    }

    @Test
    void starts_a_second_broker_over_the_log_of_the_first() throws IOException {
        try (ArchiveLock first = ArchiveLock.take(folder.resolve("kafka"))) {
            Answer answer = Answer.to("broker", "--data", folder.toString());

            assertThat(answer.err()).contains("kafka: another cst broker keeps its log in this folder; end it first");
            assertThat(answer.exit()).isEqualTo(1);
        }
    }
}
