package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.training.TrainingSet;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst quickstart")
class QuickstartITCase {

    @TempDir
    private Path folder;

    @Tag("long")
    @Test
    void ends_in_a_summary_a_newcomer_understands_and_can_be_run_again() throws IOException, SQLException {
        Path out = folder.resolve("quickstart");
        for (int run = 0; run < 2; run++) {
            Answer answer = Answer.to("quickstart", "--out", out.toString());

            assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
            assertThat(answer.out())
                    .contains("[########################] 6/6 parity")
                    .contains("left out horizon 168h: 2016 bars of 5 minutes")
                    .contains("GATED    No trade: the gates let no verdict through")
                    // how many depends on the catalogue
                    .containsPattern(
                            "Files and Kafka gave the same, bit by bit: 2\\d,\\d{3} rows with \\d{2,3},\\d{3} finite");
        }
        assertThat(Files.readString(out.resolve("log/6-parity.txt"))).contains("equal, bit by bit");
        assertThat(Files.readString(out.resolve("log/1-import.txt")))
                .startsWith("./cst import ")
                .containsPattern("--from '[^']+\\.jar!bitstamp_trades_from_20131125_usd\\.csv'");
        assertThat(out.resolve("backtest/report.html")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("log/4-backtest.txt")))
                .contains("1h    control     labels dealt out at random", "24h   control     signal planted in ")
                .doesNotContain("WARN")
                .containsPattern(
                        "RESEARCH +USD: Sharpe ratio -?\\d+\\.\\d+ a year; of 7 trials, more than luck with – \\(deflated\\)");
        assertThat(Answer.to(
                                "trials",
                                "verify",
                                "--archive",
                                out.resolve("archive").toString())
                        .out())
                .contains("whole: 7 lines, 7 trials");
        assertThat(Answer.to("status", "--out", out.resolve("backtest").toString())
                        .out())
                .containsPattern("training +\\d+\\.\\d%");
        answers_analysts_as_their_page_says(out);
        lists_takes_in_and_explains_models(out);
        retrains_when_it_is_due_what_the_backtest_trained(out);
        searches_other_ways_to_trade_its_forecasts(out);
    }

    private static void searches_other_ways_to_trade_its_forecasts(Path out) throws IOException {
        Path found = out.resolve("search.json");
        String words = "search %s --archive %s --trials %s --over strategy.use=by-regime,forecast"
                + " --over risk.sizing.kellyFraction=0.25,0.5 --window 1d --step 12h --out %s --json";
        Answer searched = Answer.to(
                words.formatted(out.resolve("backtest"), out.resolve("archive"), out.resolve("searched"), found)
                        .split(" "));

        assertThat(searched.exit()).as(searched.err()).isZero();
        assertThat(searched.out())
                .contains("replay     with the run's own settings: 3,076 account rows and ")
                .contains("RESEARCH USD: 4 ways to trade")
                .contains("recorded   4 trials");
        JsonNode result = searched.json().get(0);
        assertThat(result.get("trials")).hasSize(4);
        assertThat(result.get("steps"))
                .as("64 hours, 24 of them looked back on")
                .hasSize(4);
        assertThat(Files.readString(found)).isNotEmpty();
        // the run's own settings are one of the ways: the same account as the report's
        JsonNode report = Json.read(out.resolve("backtest/report.json"), JsonNode.class);
        assertThat(result.at("/trials/0/totalReturn").asDouble())
                .as("by the hour here, by five minutes there")
                .isCloseTo(
                        report.at("/accounts/USD/lanes/RESEARCH/figures/totalReturn")
                                .asDouble(),
                        within(1e-12));
        assertThat(report.at("/accounts/USD/lanes/RESEARCH/otherwise"))
                .as("costs, delay, capital, and five sizes either way")
                .hasSize(13);
        assertThat(Answer.to(
                                "trials",
                                "verify",
                                "--trials",
                                out.resolve("searched").toString())
                        .out())
                .contains("whole: 4 lines, 4 trials");
        assertThat(Answer.to(words.formatted(
                                        out.resolve("backtest"), out.resolve("archive"), out.resolve("searched"), found)
                                .replace("risk.sizing.kellyFraction", "gates.confidence")
                                .split(" "))
                        .err())
                .contains(
                        "--over gates.confidence=0.25,0.5: expected FILE.KEY=VALUE,VALUE with a file of strategy, risk");
    }

    private static void answers_analysts_as_their_page_says(Path out) throws IOException, SQLException {
        String page = Files.readString(Path.of("../../docs/analysts.md"));
        Path now = Path.of("target/analysts.md");

        Files.writeString(now, AnalystsPage.answered(page, out.resolve("backtest")));

        assertThat(now)
                .as("figures moved; jobs/app/%s holds the page with those of now", now)
                .hasContent(page);
        assertThat(page).as("training set as of a day after the first decision").contains("1h       277   1      2013");
        Configuration conf = Configuration.read(Path.of("../../conf"), Map.of());
        assertThat(TrainingSet.read(
                                RunFolder.open(out.resolve("backtest")),
                                StandardFeatures.with(conf.hiddenMarkov()),
                                Horizon.parse("1h"),
                                Instant.parse("2013-11-30T00:00:05Z").toEpochMilli())
                        .size())
                .as("rows a training reads then")
                .isEqualTo(277);
    }

    private static void lists_takes_in_and_explains_models(Path out) throws IOException {
        Answer listed = Answer.to(
                "models", "list", "--json", "--models", out.resolve("models").toString());
        assertThat(listed.json().findValuesAsText("member"))
                .as("four members, and two statements: one pair is no market to outperform")
                .containsExactly("beyond_1", "beyond_2", "boosted", "climatology", "forest", "logistic");

        Path forest = Path.of(listed.json().get(4).get("folder").asText());
        Answer taken = models(
                out,
                "register --member theirs --horizon 1h --as-of 2013-11-30 --onnx %s --out %s"
                        .formatted(forest.resolve("forest.onnx"), out.resolve("theirs")));
        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(taken.json().get("sha256")).isEqualTo(listed.json().get(4).get("sha256"));

        Answer refused = models(
                out,
                "register --member theirs --horizon 1h --as-of 2013-11-30 --onnx %s --out %s"
                        .formatted(forest.resolve("card.json"), out.resolve("theirs")));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith("model: ");

        Answer explained =
                models(out, "contributions --pair BTC/USD --at 2013-11-30T00:00:05Z --model %s".formatted(forest));
        assertThat(explained.exit()).as(explained.err()).isZero();
        assertThat(explained.json().at("/contributions/1/sum").asDouble())
                .isCloseTo(explained.json().get("pUp").asDouble(), within(1e-5));
    }

    private static void retrains_when_it_is_due_what_the_backtest_trained(Path out) throws IOException {
        String words = "retrain --archive %s --models %s --from 2013-11-29 --retrain 12h --out %s"
                .formatted(out.resolve("archive"), out.resolve("retrained"), out.resolve("announced"));

        Answer trained = set("models " + words);

        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(trained.json().get("asOf").asText()).isEqualTo("2013-12-01T11:00:00Z");
        assertThat(trained.json().get("usedFrom").asText()).isEqualTo("2013-12-01T12:00:00Z");
        assertThat(trained.json().get("announced")).isEqualTo(trained.json().get("made"));
        Path walked = out.resolve("backtest/models");
        int compared = 0;
        for (JsonNode model : trained.json().get("made")) {
            Path folder = Path.of(model.asText());
            Path same = walked.resolve(out.resolve("retrained").relativize(folder));
            assertThat(folder.resolve("card.json")).hasSameBinaryContentAs(same.resolve("card.json"));
            assertThat(ModelFolder.onnx(folder)).isEqualTo(ModelFolder.onnx(same));
            compared++;
        }
        System.out.printf("retrained: %d models compared with the backtest's, byte by byte%n", compared);
        assertThat(compared).as("six models of two horizons").isEqualTo(12);

        assertThat(set("models " + words).json().get("made")).isEmpty();
        Answer early = set("models " + words.replace("2013-11-29", "2014-01-01"));
        assertThat(early.exit()).isZero();
        assertThat(early.out()).contains("nothing is due: the archive ends before the schedule begins");
    }

    private static Answer models(Path out, String words) {
        return set("models %s --dataset %s".formatted(words, out.resolve("dataset")));
    }

    private static Answer set(String words) {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        all.add("--json");
        for (String setting : List.of("cst.ticks.interval=5m", "horizons.training.embargo=1h")) {
            all.addAll(List.of("--set", setting));
        }
        all.addAll(List.of("--set", "horizons.training.calibration.upToADay=12h"));
        return Answer.to(all.toArray(String[]::new));
    }

    @Test
    void leaves_a_folder_alone_that_it_has_not_made() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        Answer answer = Answer.to("quickstart", "--out", folder.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("is there already and no quickstart made it; name another folder with --out");
        assertThat(folder.resolve("mine.txt")).hasContent("mine");
    }
}
