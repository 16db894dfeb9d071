package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.evaluation.SharpeRatio;
import org.cryptosmarttrader.serving.trials.RunTrials;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.trials.Trial;
import org.cryptosmarttrader.wire.trials.TrialLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run among the trials of its archive")
class RunTrialsTest {

    /** What RESEARCH is worth at the ticks of the scene, in hourly returns. */
    private static final double[] RETURNS = {990 / 1_000.0 - 1, 1_089 / 990.0 - 1, 0, 1_078.11 / 1_089 - 1};

    @TempDir
    private Path folder;

    private TrialLedger ledger;
    private RunFolder run;

    @BeforeEach
    void begin() throws IOException {
        ledger = TrialLedger.ofArchive(folder.resolve("archive"));
        run = RunScene.fiveHours(folder.resolve("run"))
                .override("cst.ticks.grace", "5s")
                .withAccounts()
                .sealed();
    }

    private RunTrials record() throws IOException {
        return RunTrials.record(run, ledger, new TreeMap<>(Map.of("retrain", "28d")));
    }

    private JsonNode report() throws IOException {
        BacktestReport.write(run);
        return Json.mapper()
                .readTree(folder.resolve("run").resolve(BacktestReport.JSON).toFile());
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("run").resolve(BacktestReport.PAGE));
    }

    @Test
    void is_recorded_with_what_was_varied_and_what_its_accounts_made_hour_by_hour() throws IOException {
        record();

        Trial trial = ledger.read().trials().get(0);
        assertThat(trial.id()).isEqualTo("backtest-scene");
        assertThat(trial.kind()).isEqualTo("backtest");
        assertThat(trial.archive()).isEqualTo("content");
        assertThat(trial.varied()).containsEntry("retrain", "28d").containsEntry("cst.ticks.grace", "5s");
        Trial.Figures research = trial.accounts().get("USD").get("RESEARCH");
        assertThat(research.hours()).isEqualTo(4);
        assertThat(research.sharpe()).isEqualTo(SharpeRatio.of(RETURNS).perPeriod());
        assertThat(trial.accounts().get("USD").get("GATED").sharpe()).isNull();
        assertThat(ledger.returns(trial.returns())).isNotEmptyFile();
    }

    @Test
    void is_one_trial_however_often_it_is_made() throws IOException {
        record();

        assertThat(record().trials()).isEqualTo(1);
        assertThat(record().lines()).isEqualTo(1);
    }

    @Test
    void has_its_worth_among_them_beside_its_sharpe_ratio() throws IOException {
        for (int other = 0; other < 3; other++) {
            ledger.add(other("backtest-" + other, 0.01 * other));
        }
        RunTrials counted = record();

        JsonNode report = report();

        JsonNode selection = report.at("/accounts/USD/lanes/RESEARCH/selection");
        assertThat(selection.get("trials").asInt()).isEqualTo(4);
        assertThat(selection.get("withRatio").asInt()).isEqualTo(4);
        assertThat(selection.get("deflatedSharpe").asDouble())
                .isBetween(0.0, SharpeRatio.of(RETURNS).probabilistic(0));
        assertThat(selection.get("overfitting").isNull()).isTrue();
        assertThat(report.at("/trials/counted").asInt()).isEqualTo(4);
        assertThat(report.at("/trials/head").asText()).isEqualTo(counted.head()).hasSize(64);
        assertThat(report.at("/accounts/USD/lanes/RESEARCH/words").toString())
                .contains("This is one of 4 trials on the archive", "this is not");
        assertThat(report.at("/accounts/USD/lanes/GATED/words").toString()).doesNotContain("trials");
        assertThat(page()).contains("deflated Sharpe ratio", "(PBO)", "no other trial covers these hours");
    }

    @Test
    void keeps_what_was_counted_so_that_its_report_stays_the_same() throws IOException {
        record();
        report();
        String before = page();
        ledger.add(other("backtest-later", 0.3));

        report();
        assertThat(page()).isEqualTo(before);

        RunTrials.count(run, ledger);
        assertThat(report().at("/trials/counted").asInt()).isEqualTo(2);
    }

    @Test
    void is_one_more_than_the_ledger_holds_if_it_is_not_in_it() throws IOException {
        ledger.add(other("backtest-other", 0.1));

        assertThat(RunTrials.count(run, ledger).trials()).isEqualTo(2);
        assertThat(ledger.read().trials()).hasSize(1);
    }

    @Test
    void that_was_not_counted_says_so() throws IOException {
        JsonNode report = report();

        assertThat(report.get("trials").isNull()).isTrue();
        assertThat(report.at("/accounts/USD/lanes/RESEARCH/selection").isNull()).isTrue();
        assertThat(report.at("/accounts/USD/lanes/RESEARCH/unmeasured/selection")
                        .asText())
                .isEqualTo("the run was not counted among the trials of its archive");
        assertThat(page()).contains("the run was not counted among the trials of its archive");
    }

    @Test
    void counts_trainings_as_trials_too() throws IOException {
        ledger.add(new Trial(
                "24h-forest-1",
                Trial.TRAIN,
                "cst",
                "c",
                "content",
                "2021-01-01T00:00:00Z",
                "2021-02-01T00:00:00Z",
                List.of("24h"),
                new TreeMap<>(),
                null,
                new TreeMap<>(Map.of("auc", 0.52)),
                null,
                null));

        RunTrials counted = record();

        assertThat(counted.trials()).isEqualTo(2);
        assertThat(counted.selection("USD", "RESEARCH").unmeasured().get("deflatedSharpe"))
                .isEqualTo("1 of 2 trials have a Sharpe ratio, 2 needed to know how far they scatter");
    }

    private static Trial other(String id, double sharpe) {
        SortedMap<String, Trial.Figures> lanes = new TreeMap<>();
        lanes.put("RESEARCH", new Trial.Figures(4, sharpe, 0.0, 3.0, 0.01));
        return new Trial(
                id,
                Trial.BACKTEST,
                "cst",
                "other",
                "content",
                "2021-03-01T00:00:00Z",
                "2021-03-01T04:00:00Z",
                List.of("1h"),
                new TreeMap<>(),
                new TreeMap<>(Map.of("USD", lanes)),
                null,
                null,
                null);
    }
}
