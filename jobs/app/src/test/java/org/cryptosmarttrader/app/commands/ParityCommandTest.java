package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.app.Cst;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.serving.parity.LastParity;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst parity")
class ParityCommandTest {

    private static final FeatureCatalog CATALOG =
            new FeatureCatalog(List.of(new LogReturn(1), new LogReturn(24)), List.of());
    private static final RowSchema FEATURES = Datasets.features(CATALOG);
    /** 2022-03-01T00:00:05Z. */
    private static final long START = 1_646_092_805_000L;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** 24 hours of two pairs; the last hour's 24 h return of ETH is as given. */
    private void output(String name, double lastReturn) {
        output(name, lastReturn, "content");
    }

    private void output(String name, double lastReturn, String content) {
        RowBuilder rows = new RowBuilder(FEATURES);
        for (int hour = 0; hour < 24; hour++) {
            for (String pair : List.of("BTC/USD", "ETH/USD")) {
                boolean isLast = hour == 23 && pair.equals("ETH/USD");
                rows.row()
                        .set(0, START + hour * TickGrid.HOUR)
                        .set(1, pair)
                        .set(Datasets.FEATURES_FROM, (double) hour)
                        .set(Datasets.FEATURES_FROM + 1, isLast ? lastReturn : hour);
            }
        }
        new RunScene(folder.resolve(name), name, CATALOG, START, content).write(FEATURES, rows.build());
    }

    private int cst(String... words) {
        return Cst.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void exits_with_0_and_prints_equal_roots_where_outputs_are_equal() throws IOException {
        output("a", 7);
        output("b", 7);

        assertThat(cst("parity", path("a"), path("b"), "--json")).isZero();

        assertThat(out.toString()).contains("features", "equal, bit by bit");
        List<String> lines = out.toString().lines().toList();
        JsonNode dataset = Json.mapper()
                .readTree(lines.get(lines.size() - 1))
                .get("datasets")
                .get(0);
        assertThat(dataset.get("rows").asInt()).isEqualTo(48);
        assertThat(dataset.get("rootA")).isEqualTo(dataset.get("rootB"));
    }

    @Test
    void notes_what_was_found_only_where_it_is_asked_to() throws IOException {
        output("a", 7);
        output("b", Math.nextUp(7.0));

        cst("parity", path("a"), path("b"));
        assertThat(LastParity.of(RunFolder.open(Path.of(path("a"))))).isEmpty();

        assertThat(cst("parity", path("a"), path("b"), "--note")).isEqualTo(1);
        LastParity noted = LastParity.of(RunFolder.open(Path.of(path("a")))).orElseThrow();
        assertThat(noted.equal()).isFalse();
        assertThat(noted.datasets()).anyMatch(dataset -> dataset.dataset().equals("features") && !dataset.equal());
        assertThat(LastParity.of(RunFolder.open(Path.of(path("b"))))).isEmpty();
    }

    @Test
    void exits_with_1_and_prints_the_first_difference() {
        output("a", 7);
        output("b", Math.nextUp(7.0));

        assertThat(cst("parity", path("a"), path("b"))).isEqualTo(1);

        assertThat(out.toString())
                .contains("NOT equal")
                .contains("first difference: features pair=ETH/USD decision_at=2022-03-01T23:00:05Z")
                .contains("ret_24: A 7.0 (bits 401c000000000000), B 7.000000000000001 (bits 401c000000000001)");
    }

    @Test
    void says_of_a_difference_that_the_archives_differ_too() {
        output("a", 7, "one");
        output("b", 8, "another");
        output("c", 8, "one");

        assertThat(cst("parity", path("a"), path("b"))).isEqualTo(1);
        assertThat(out.toString()).contains("A and B read different archives or days: content one and another");

        out.getBuffer().setLength(0);
        assertThat(cst("parity", path("a"), path("c"))).isEqualTo(1);
        assertThat(out.toString()).doesNotContain("different archives");
        assertThat(cst("parity", path("b"), path("c"))).isZero();
        assertThat(out.toString()).doesNotContain("different archives");
    }

    @Test
    void compares_chosen_columns_pairs_and_hours_only() {
        output("a", 7);
        output("b", 8);

        assertThat(cst("parity", path("a"), path("b"), "--columns", "ret_1")).isZero();
        assertThat(cst("parity", path("a"), path("b"), "--columns", "ret_1,ret_24"))
                .isEqualTo(1);
        assertThat(cst("parity", path("a"), path("b"), "--pairs", "BTC/USD")).isZero();
        assertThat(cst("parity", path("a"), path("b"), "--pairs", "BTC/USD,ETH/USD"))
                .isEqualTo(1);
        assertThat(cst("parity", path("a"), path("b"), "--until", "2022-03-01T22:00:05Z"))
                .isZero();
        assertThat(cst("parity", path("a"), path("b"), "--from", "2022-03-01T23:00:00Z"))
                .isEqualTo(1);
    }

    @Test
    void exits_with_1_where_nothing_was_compared() {
        output("a", 7);
        output("b", 7);

        assertThat(cst("parity", path("a"), path("b"), "--orders")).isEqualTo(1);
        assertThat(cst("parity", path("a"), path("b"), "--from", "2023-01-01")).isEqualTo(1);
        assertThat(out.toString()).contains("nothing was compared");
    }

    @Test
    void exits_with_1_and_says_where_no_output_is() {
        output("a", 7);

        assertThat(cst("parity", path("a"), path("b"))).isEqualTo(1);
        assertThat(err.toString()).contains("output " + path("b") + ": no run here (no run.json)");
    }

    @Test
    void exits_with_2_on_words_it_does_not_understand() {
        assertThat(cst("parity", path("a"))).isEqualTo(2);
        assertThat(cst("parity", path("a"), path("b"), "--from", "yesterday")).isEqualTo(2);
        assertThat(err.toString()).contains("'yesterday' is not");
    }
}
