package org.cryptosmarttrader.wire.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cryptosmarttrader.provenance.HashChain;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The ledger of trials")
class TrialLedgerTest {

    @TempDir
    Path archive;

    private TrialLedger ledger;
    private Path lines;

    @BeforeEach
    void begin() {
        ledger = TrialLedger.ofArchive(archive);
        lines = archive.resolve("trials/trials.jsonl");
    }

    private static Trial trial(String id) {
        return trial(id, 0.01);
    }

    private static Trial trial(String id, double sharpe) {
        TreeMap<String, Trial.Figures> lanes = new TreeMap<>();
        lanes.put("RESEARCH", new Trial.Figures(100, sharpe, 0.1, 3.2, 0.05));
        return new Trial(
                id,
                Trial.BACKTEST,
                "cst test",
                "configuration",
                "content",
                "2021-03-01T00:00:05Z",
                "2021-03-31T00:00:05Z",
                List.of("1h", "24h"),
                new TreeMap<>(),
                new TreeMap<>(Map.of("USD", lanes)),
                new TreeMap<>(),
                null,
                null);
    }

    @Test
    void holds_nothing_where_nothing_was_tried() throws IOException {
        assertThat(ledger.read().trials()).isEmpty();
        assertThat(ledger.read().lines()).isZero();
        assertThat(archive).isEmptyDirectory();
    }

    @Test
    void keeps_each_trial_in_the_order_they_were_made() throws IOException {
        ledger.add(trial("backtest-a"));
        ledger.add(trial("backtest-b"));

        assertThat(ledger.read().trials()).containsExactly(trial("backtest-a"), trial("backtest-b"));
    }

    @Test
    void counts_the_same_trial_once() throws IOException {
        ledger.add(trial("backtest-a"));

        assertThat(ledger.add(trial("backtest-a")).lines()).isEqualTo(1);
    }

    @Test
    void keeps_another_outcome_of_the_same_trial_and_counts_it_once() throws IOException {
        ledger.add(trial("backtest-a", 0.01));
        ledger.add(trial("backtest-a", 0.02));

        assertThat(ledger.read().lines()).isEqualTo(2);
        assertThat(ledger.read().trials()).containsExactly(trial("backtest-a", 0.02));
    }

    @Test
    void chains_its_lines_as_the_audit_log_does() throws IOException {
        ledger.add(trial("backtest-a"));
        String head = ledger.add(trial("backtest-b")).head();

        List<String> text = Files.readAllLines(lines);
        byte[] expected = HashChain.next(HashChain.next(HashChain.genesis(), text.get(0)), text.get(1));
        assertThat(head).isEqualTo(Sha256.hex(expected));
        assertThat(text.get(0))
                .startsWith("{\"number\":1,\"previous\":\"" + "0".repeat(64))
                .doesNotContain(" \"");
    }

    @Test
    void names_the_line_that_was_altered() throws IOException {
        threeTrials();
        alter(1, "0.05", "0.06");

        assertDamage("line 3 does not follow from line 2: one of the two was altered");
    }

    @Test
    void notices_that_its_last_line_was_altered() throws IOException {
        threeTrials();
        alter(2, "0.05", "0.06");

        assertDamage("line 3 or its head was altered");
    }

    @Test
    void notices_that_lines_were_cut_off() throws IOException {
        threeTrials();
        Files.write(lines, Files.readAllLines(lines).subList(0, 1));

        assertDamage("it holds 1 lines, its head was made of 3: lines were cut off");
    }

    @Test
    void notices_that_a_line_was_taken_out() throws IOException {
        threeTrials();
        List<String> text = new ArrayList<>(Files.readAllLines(lines));
        text.remove(1);
        Files.write(lines, text);

        assertDamage("line 2 says it is number 3: a line was removed or added");
    }

    @Test
    void notices_that_its_head_or_all_of_it_was_removed() throws IOException {
        threeTrials();
        Path head = archive.resolve("trials/head.json");
        String kept = Files.readString(head);

        Files.delete(head);
        assertDamage("head.json is missing");

        Files.writeString(head, kept);
        Files.delete(lines);
        assertDamage("it holds 0 lines, its head was made of 3");
    }

    @Test
    void notices_a_line_that_is_no_trial() throws IOException {
        threeTrials();
        Files.writeString(lines, Files.readString(lines) + "{\"number\"\n");

        assertDamage("line 4 is no trial");
    }

    @Test
    void adds_nothing_to_a_damaged_ledger() throws IOException {
        threeTrials();
        alter(0, "0.05", "0.06");
        byte[] before = Files.readAllBytes(lines);

        assertThatIOException().isThrownBy(() -> ledger.add(trial("backtest-d")));
        assertThatIOException().isThrownBy(() -> ledger.requireWritable());
        assertThat(Files.readAllBytes(lines)).isEqualTo(before);
    }

    @Test
    void goes_on_where_a_program_ended_between_line_and_head() throws IOException {
        ledger.add(trial("backtest-a"));
        Path head = archive.resolve("trials/head.json");
        String before = Files.readString(head);
        ledger.add(trial("backtest-b"));
        Files.writeString(head, before);

        ledger.add(trial("backtest-c"));

        assertThat(ledger.read().trials())
                .extracting(Trial::id)
                .containsExactly("backtest-a", "backtest-b", "backtest-c");
    }

    @Test
    void loses_no_trial_of_programs_that_add_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> adding = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Trial trial = trial("backtest-" + i);
            adding.add(threads.submit(() -> new TrialLedger(archive.resolve("trials")).add(trial)));
        }
        for (Future<?> added : adding) {
            added.get();
        }
        threads.shutdown();

        assertThat(ledger.read().trials()).hasSize(20);
    }

    @Test
    void says_before_anything_is_run_that_it_cannot_be_written() throws IOException {
        Path locked = Files.createDirectory(archive.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "needs a user who is not root");

        assertThatIOException()
                .isThrownBy(() -> TrialLedger.ofArchive(locked).requireWritable())
                .withMessageContaining(
                        "could not be recorded; make the folder writable, or name another with --trials DIR");
    }

    @Test
    void says_that_a_file_stands_in_its_way() throws IOException {
        Files.writeString(archive.resolve("trials"), "in the way");

        assertThatIOException().isThrownBy(() -> ledger.requireWritable()).withMessageContaining("cannot be written");
    }

    @Test
    void keeps_returns_and_notices_that_they_were_altered() throws IOException {
        TreeMap<String, SortedMap<String, HourlyReturns>> accounts = new TreeMap<>();
        accounts.put("USD", new TreeMap<>(Map.of("RESEARCH", new HourlyReturns(1_000, new double[] {0.01, 0}))));
        HourlyReturns.Filed filed = HourlyReturns.write(ledger, "backtest-a", accounts);
        Trial plain = trial("backtest-a");
        ledger.add(new Trial(
                plain.id(),
                plain.kind(),
                plain.program(),
                plain.configuration(),
                plain.archive(),
                plain.from(),
                plain.until(),
                plain.horizons(),
                plain.varied(),
                plain.accounts(),
                plain.scores(),
                filed.name(),
                filed.sha256()));

        Path file = ledger.returns(filed.name());
        HourlyReturns read = HourlyReturns.read(file).get("USD").get("RESEARCH");
        assertThat(read.firstHour()).isEqualTo(1_000);
        assertThat(read.values()).containsExactly(0.01, 0);
        assertThat(archive.resolve("trials/returns"))
                .isDirectoryNotContaining(path -> path.toString().contains(".part-"));

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertDamage("returns of line 1 (%s) were altered".formatted(filed.name()));

        Files.delete(file);
        assertDamage("returns of line 1 (%s) are missing".formatted(filed.name()));
    }

    private void threeTrials() throws IOException {
        ledger.add(trial("backtest-a"));
        ledger.add(trial("backtest-b"));
        ledger.add(trial("backtest-c"));
    }

    private void alter(int line, String from, String to) throws IOException {
        List<String> text = new ArrayList<>(Files.readAllLines(lines));
        assertThat(text.get(line)).contains(from);
        text.set(line, text.get(line).replace(from, to));
        Files.write(lines, text);
    }

    private void assertDamage(String what) {
        assertThatIOException()
                .isThrownBy(ledger::read)
                .withMessageStartingWith("trial ledger " + lines)
                .withMessageContaining(what);
    }
}
