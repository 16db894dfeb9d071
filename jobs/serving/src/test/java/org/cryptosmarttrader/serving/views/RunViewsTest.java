package org.cryptosmarttrader.serving.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.WholeUpTo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The views of a run")
class RunViewsTest {

    @TempDir
    Path folder;

    private RunScene scene() {
        return RunScene.fiveHours(folder.resolve("run"));
    }

    private static List<String> rows(RunFolder run, String sql) throws IOException, SQLException {
        try (AnalystDb db = AnalystDb.with(RunViews.of(run))) {
            return db.rows(sql);
        }
    }

    @Test
    void show_each_dataset_that_has_files_under_its_name() throws IOException, SQLException {
        RunFolder run = scene().withAccounts().sealed();

        assertThat(rows(run, "SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name"))
                .containsExactly(
                        "accounts",
                        "audit",
                        "fills",
                        "forecasts",
                        "forecasts_with_outcomes",
                        "labels",
                        "orders",
                        "status",
                        "verdicts");
        assertThat(rows(run, "SELECT decision_at::VARCHAR, pair, forest FROM forecasts ORDER BY decision_at LIMIT 1"))
                .containsExactly("2021-03-01 00:00:05+00 BTC/USD f1");
        assertThat(RunViews.of(run).sql())
                .startsWith(
                        "-- Views of backtest-scene for DuckDB, of all rows available up to 2021-03-01T04:00:05Z.\nSET")
                .endsWith("-- coverage_by_month is left out: the run has no rows of a dataset it joins.\n");
    }

    @Test
    void give_a_verdict_its_forecast_and_what_came_of_it() throws IOException, SQLException {
        RunFolder run = scene()
                // none of these is judged: another member, a challenger with the champion's file, another statement
                .forecast(0, "boosted", "champion", "b1", 0.5, RunScene.FIRST, 0.7)
                .forecast(0, "forest", "challenger", "f1", 0.5, RunScene.FIRST, 0.7)
                .forecast(0, "beyond_1", "champion", "f1", 0.5, RunScene.FIRST, 0.7, "beyond_1")
                .sealed();

        assertThat(rows(run, """
                        SELECT hour(decision_at), member, p_up, climatology, outcome, label_status, up, held,
                            round(brier, 10), round(base_rate_brier, 10)
                        FROM forecasts_with_outcomes ORDER BY decision_at"""))
                .containsExactly(
                        // (0.8 - 1)², and 0.01 lies within -0.015..0.015
                        "0 forest 0.8 0.5 0.01 OK true true 0.04 0.25",
                        "1 forest 0.6 0.5 -0.02 OK false false 0.36 0.25",
                        "2 forest 0.4 0.6 null EXIT_GAP null null null null",
                        "3 forest 0.2 0.6 -0.01 OK false true 0.04 0.36",
                        "4 forest 0.5 0.6 null null null null null null");
    }

    @Test
    void count_for_training_what_has_features_and_a_scaled_label() throws IOException, SQLException {
        RunFolder run = scene().known(0, "ETH/USD", 0.25)
                .label(0, "ETH/USD", 0.02, 1.5, 10)
                // no volatility was known, so the label has no scale
                .known(1, "ETH/USD", -0.5)
                .label(1, "ETH/USD", -0.01, Double.NaN, 10)
                .label(2, "ETH/USD", -0.01, -1, 10)
                .sealed();

        assertThat(rows(run, """
                        SELECT hour(decision_at), hour(matured_at), pair, horizon, status, value, scaled, up, ret_1, raw_root
                        FROM training""")).containsExactly("0 1 ETH/USD 1h OK 0.02 1.5 true 0.25 root");
    }

    @Test
    void take_the_last_word_of_the_ledger_on_a_month() throws IOException, SQLException {
        RunFolder run = scene().coverage(0, "HIGH/UP", 4, 4)
                .coverage(3, "HIGH/UP", 10, 7)
                .coverage(1, "LOW/DOWN", 6, 5)
                .sealed();

        assertThat(rows(run, "FROM coverage_by_month")).containsExactly("1h 2021-03 16 12 0.75 0.8");
        assertThat(rows(run, "SELECT count(*) FROM coverage")).containsExactly("3");
    }

    @Test
    void show_no_row_behind_what_is_whole() throws IOException, SQLException {
        RunFolder run = scene().sealed();
        Json.replace(
                run.root().resolve(WholeUpTo.fileName("backtest-scene")),
                new WholeUpTo("backtest-scene", RunScene.hour(2)));

        assertThat(rows(run, "SELECT max(hour(decision_at)) FROM forecasts")).containsExactly("2");
        assertThat(rows(run, "SELECT max(hour(matured_at)) FROM labels")).containsExactly("2");
        assertThat(RunViews.of(run).sql())
                .contains(
                        "of all rows available up to 2021-03-01T02:00:05Z.",
                        "-- The run is under way: make the views again to see what came since.");
    }

    @Test
    void find_a_run_in_a_folder_with_letters_that_mean_something_to_duckdb() throws IOException, SQLException {
        RunFolder run =
                RunScene.fiveHours(folder.resolve("it's [a] ru?n *; DROP")).sealed();

        assertThat(rows(run, "SELECT count(*) FROM verdicts")).containsExactly("5");
    }

    @Test
    void can_be_made_again_over_those_there_are() throws IOException, SQLException {
        RunViews views = RunViews.of(scene().sealed());

        try (AnalystDb db = AnalystDb.with(views)) {
            db.execute(views.sql());
            assertThat(db.rows("SELECT count(*) FROM labels")).containsExactly("5");
        }
    }

    @Test
    void are_refused_of_a_run_of_which_nothing_is_whole() throws IOException {
        RunFolder run = new org.cryptosmarttrader.wire.runs.RunScene(
                        folder.resolve("new"), "live-1", new FeatureCatalog(List.of(), List.of()), RunScene.FIRST)
                .folder();

        assertThatThrownBy(() -> RunViews.of(run))
                .isInstanceOf(IOException.class)
                .hasMessage("output %s: nothing of it is whole yet; ask again once the run has completed a checkpoint"
                        .formatted(folder.resolve("new")));
    }
}
