package org.cryptosmarttrader.serving.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.serving.report.BacktestReport;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Runs below a folder")
class RunsBelowTest {

    @TempDir
    Path folder;

    @Test
    void are_found_three_folders_deep_and_no_deeper_nor_through_links() throws IOException {
        RunScene.fiveHours(folder.resolve("runs/a/b/c")).sealed();
        RunScene.fiveHours(folder.resolve("runs/a/b/d/e")).sealed();
        RunScene.fiveHours(folder.resolve("elsewhere")).sealed();
        Files.createSymbolicLink(folder.resolve("runs/link"), folder.resolve("elsewhere"));
        Files.createDirectories(folder.resolve("runs/cut"));
        Files.writeString(folder.resolve("runs/cut/run.json"), "{");
        RunsBelow runs = new RunsBelow(folder.resolve("runs"));

        RunsBelow.Found found = runs.find();

        assertThat(found.runs()).extracting(runs::name).containsExactly("a/b/c");
        assertThat(found.damaged()).extracting(RunsBelow.Damaged::folder).containsExactly("cut");
        assertThat(runs.run("backtest-scene")).isPresent();
        assertThat(runs.run("backtest-other")).isEmpty();
        assertThat(new RunsBelow(folder.resolve("none")).find().runs()).isEmpty();
    }

    /** The one declares a statement and has a fill more. */
    @Test
    void are_compared_by_settings_roots_and_figures() throws IOException {
        RunFolder one = RunScene.fiveHours(folder.resolve("one"))
                .withAccounts()
                .declaring("beyond_1")
                .sealed();
        RunFolder other = RunScene.fiveHours(folder.resolve("other"))
                .withAccounts()
                .fill(2, "0.1", "101", "0.404", 0.01, "100")
                .sealed();
        BacktestReport.write(one);

        RunComparison compared = RunComparison.of(one, other);

        assertThat(compared.settings()).containsExactly(new RunComparison.Pair("statements", "beyond_1", null));
        assertThat(compared.roots())
                .filteredOn(root -> !root.isEqual())
                .containsExactly(new RunComparison.Root("fills", false, 1L, 2L));
        assertThat(compared.figures())
                .contains(new RunComparison.Pair("coverage.1h", 2 / 3.0, null))
                .allSatisfy(figure -> assertThat(figure.other()).isNull());
    }

    @Test
    void have_a_report_once_it_was_made() throws IOException {
        RunFolder run = RunScene.fiveHours(folder.resolve("run")).withAccounts().sealed();
        assertThat(RunsBelow.page(run)).isEmpty();

        BacktestReport.write(run);

        assertThat(RunsBelow.page(run)).isPresent();
        assertThat(RunsBelow.figures(run).orElseThrow().path("run").asText()).isEqualTo("backtest-scene");
        assertThat(List.of(run.manifest().run())).allMatch(id -> id.matches(RunsBelow.ID));
    }
}
