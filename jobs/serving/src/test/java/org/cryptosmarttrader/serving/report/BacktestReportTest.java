package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@DisplayName("The report of a backtest")
class BacktestReportTest {

    @TempDir
    private Path folder;

    private JsonNode report(RunScene scene) throws IOException {
        BacktestReport.write(scene.sealed());
        return Json.mapper().readTree(folder.resolve(BacktestReport.JSON).toFile());
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve(BacktestReport.PAGE));
    }

    private RunScene fiveHours() {
        return RunScene.fiveHours(folder);
    }

    @Test
    void says_what_the_run_was() throws IOException {
        JsonNode report = report(fiveHours());

        assertThat(report.get("from").asText()).isEqualTo("2021-03-01T00:00:00Z");
        assertThat(report.get("until").asText()).isEqualTo("2021-03-01T04:00:05Z");
        assertThat(report.get("askedUntil").isNull()).isTrue();
        assertThat(page()).doesNotContain("asked for until");
        assertThat(report.get("command").asText())
                .startsWith("cst backtest --archive DIR --from 2021-03-01T00:00:00Z")
                .contains("--pairs BTC/USD");
        assertThat(report.at("/archive/endsAt").asText()).isEqualTo("2021-03-01T04:00:05Z");
        assertThat(report.at("/archive/content").asText()).isEqualTo("content");
        assertThat(page()).contains("commit 3, ends 2021-03-01T04:00:05Z, content content");
        assertThat(report.at("/rows/verdicts").asLong()).isEqualTo(5);
        assertThat(report.at("/roots/verdicts").asText()).hasSize(64);
    }

    @Test
    void names_the_settings_of_the_command_line_as_they_would_be_typed() throws IOException {
        RunScene scene =
                fiveHours().override("features.references", "[BTC, 'ETH']").override("cst.ticks.interval", "5m");

        assertThat(report(scene).get("command").asText())
                .endsWith(" --pairs BTC/USD --set cst.ticks.interval=5m"
                        + " --set 'features.references=[BTC, '\\''ETH'\\'']' --out DIR");
    }

    @Test
    void says_that_the_archive_ended_before_the_run_should_have() throws IOException {
        JsonNode cut = report(fiveHours().askedUntil(RunScene.hour(100)));

        assertThat(cut.get("askedUntil").asText()).isEqualTo("2021-03-05T04:00:05Z");
        assertThat(page()).contains("2021-03-05T04:00:05Z; the archive ends before that");
    }

    @Test
    void scores_probabilities_against_the_base_rate_of_their_own_forest() throws IOException {
        JsonNode report = report(fiveHours());
        JsonNode skill = report.at("/horizons/1h/skill");

        // p 0.8, 0.6, 0.2; rose, fell, fell; base rates 0.5, 0.5, 0.6
        assertThat(skill.get("forecasts").asLong()).isEqualTo(3);
        assertThat(skill.get("brier").asDouble()).isCloseTo((0.04 + 0.36 + 0.04) / 3, within(1e-12));
        assertThat(skill.get("baseRateBrier").asDouble()).isCloseTo((0.25 + 0.25 + 0.36) / 3, within(1e-12));
        assertThat(skill.get("brierSkill").asDouble()).isCloseTo(1 - 0.44 / 0.86, within(1e-12));
        assertThat(skill.get("auc").asDouble()).isEqualTo(1);
        assertThat(skill.get("upShare").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(skill.at("/reliability/8/n").asInt()).isEqualTo(1);
        assertThat(skill.at("/reliability/8/upShare").asDouble()).isEqualTo(1);
        assertThat(skill.at("/reliability/0/upShare").isNull()).isTrue();
        assertThat(report.at("/brier/1h")).isEqualTo(skill.get("brier"));
        assertThat(report.at("/auc/1h")).isEqualTo(skill.get("auc"));
    }

    @Test
    void counts_what_matured_what_fell_into_a_gap_and_what_is_open() throws IOException {
        JsonNode horizon = report(fiveHours()).at("/horizons/1h");

        assertThat(horizon.get("forecasts").asLong()).isEqualTo(5);
        assertThat(horizon.get("matured").asLong()).isEqualTo(3);
        assertThat(horizon.get("withoutOutcome").asLong()).isEqualTo(1);
        assertThat(horizon.get("open").asLong()).isEqualTo(1);
        // hours 0, 1 and 3 of a horizon of one hour
        assertThat(horizon.get("independentOutcomes").asDouble()).isEqualTo(3);
    }

    @Test
    void compares_intervals_with_their_promise() throws IOException {
        JsonNode coverage = report(fiveHours()).at("/horizons/1h/coverage");

        // ±0.015 held 0.01 and −0.01, not −0.02; Wilson's interval of 2/3 among 3
        assertThat(coverage.get("promised").asDouble()).isEqualTo(0.8);
        assertThat(coverage.get("realised").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(coverage.get("lower").asDouble()).isCloseTo(0.20765, within(1e-4));
        assertThat(coverage.get("upper").asDouble()).isCloseTo(0.93851, within(1e-4));
        assertThat(coverage.at("/months/0/month").asText()).isEqualTo("2021-03");
        assertThat(coverage.at("/months/0/intervals").asLong()).isEqualTo(3);
        assertThat(coverage.at("/months/0/meanWidth").asDouble()).isCloseTo(0.03, within(1e-12));
    }

    @Test
    void counts_verdicts_by_standing_and_reason() throws IOException {
        JsonNode report = report(fiveHours());
        JsonNode gates = report.at("/horizons/1h/gates");

        assertThat(gates.get("standings").toString()).isEqualTo("{\"EXPERIMENTAL\":2,\"PASSED\":1,\"REFUSED\":2}");
        assertThat(gates.get("refusals").toString()).isEqualTo("{\"CONFIDENCE\":3,\"DRIFT\":1,\"TRAINING\":2}");
        assertThat(gates.get("notMeasured").toString()).isEqualTo("{\"DRIFT\":1}");
        assertThat(gates.get("trainingOpenedAt").asText()).isEqualTo("2021-03-01T02:00:05Z");
        assertThat(gates.get("trainingHours").asDouble()).isEqualTo(2_018);
        assertThat(report.at("/gate/1h").asText()).isEqualTo("OPEN");
    }

    @Test
    void names_the_forests_in_the_order_of_their_use() throws IOException {
        JsonNode report = report(fiveHours());

        assertThat(report.at("/horizons/1h/forests").findValuesAsText("forest")).containsExactly("f1", "f2");
        assertThat(report.at("/horizons/1h/forests/1/rows").asLong()).isEqualTo(3);
        assertThat(report.at("/horizons/1h/forests/1/trainedAsOf").asText()).isEqualTo("2021-03-01T00:00:05Z");
        assertThat(report.at("/walkForward/distinctForests/1h").asInt()).isEqualTo(2);
        assertThat(report.at("/walkForward/rowsChecked").asLong()).isEqualTo(5);
        assertThat(report.at("/walkForward/violations").asLong()).isZero();
    }

    @Test
    void accuses_a_forecast_whose_forest_was_not_active_yet() throws IOException {
        RunScene scene = new RunScene(folder)
                .forecast(0, "f1", 0.5, RunScene.hour(-1))
                // trained at its tick, so active an hour behind it
                .forecast(1, "f2", 0.5, RunScene.hour(1))
                .forecast(3, "f3", 0.5, RunScene.hour(4));

        JsonNode report = report(scene);

        assertThat(report.at("/walkForward/violations").asLong()).isEqualTo(2);
        assertThat(report.at("/walkForward/examples").get(1).asText())
                .isEqualTo("BTC/USD 1h 2021-03-01T03:00:05Z: scored by a forest trained as of 2021-03-01T04:00:05Z"
                        + " and active from 2021-03-01T05:00:05Z");
        assertThat(page()).contains("class=\"alarm\"", "believe none of its figures");
    }

    @Test
    void measures_an_account_after_its_costs() throws IOException {
        JsonNode research = report(fiveHours().withAccounts()).at("/accounts/USD/lanes/RESEARCH");

        assertThat(research.get("equityStart").asText()).isEqualTo("1000.00");
        assertThat(research.get("equityEnd").asText()).isEqualTo("1078.11");
        assertThat(research.at("/figures/periods").asInt()).isEqualTo(4);
        assertThat(research.at("/figures/totalReturn").asDouble()).isCloseTo(0.07811, within(1e-12));
        assertThat(research.at("/figures/maxDrawdown").asDouble()).isCloseTo(-0.01, within(1e-12));
        // returns −0.01, 0.1, 0, −0.01: mean 0.02, squared deviations 0.0009, 0.0064, 0.0004, 0.0009
        double deviation = Math.sqrt(0.0086 / 3);
        assertThat(research.at("/figures/volatilityAnnual").asDouble())
                .isCloseTo(deviation * Math.sqrt(8_760), within(1e-9));
        assertThat(research.at("/figures/sharpeAnnual").asDouble())
                .isCloseTo(0.02 / deviation * Math.sqrt(8_760), within(1e-9));
        assertThat(research.at("/figures/annualisedReturn").isNull()).isTrue();
        assertThat(research.at("/figures/unmeasured/annualisedReturn").asText()).isEqualTo("4 periods, 720 needed");
    }

    @Test
    void counts_orders_and_fills_and_what_optimistic_fills_would_have_gained() throws IOException {
        JsonNode report = report(fiveHours().withAccounts());
        JsonNode trades = report.at("/accounts/USD/lanes/RESEARCH/trades");

        assertThat(trades.get("orders").asLong()).isEqualTo(1);
        assertThat(trades.get("refused").toString()).isEqualTo("{\"COSTMIN\":1}");
        assertThat(trades.get("cancelled").toString()).isEqualTo("{\"EXPIRED\":1}");
        assertThat(trades.get("buys").asLong()).isEqualTo(1);
        assertThat(trades.get("notional").asText()).isEqualTo("10.1");
        assertThat(trades.get("fees").asText()).isEqualTo("0.404");
        assertThat(trades.get("optimisticGain").asText()).isEqualTo("0.1");
        assertThat(trades.get("assumptions").toString()).isEqualTo("{\"FEES\":1,\"SPREAD\":1}");
        assertThat(report.at("/limits/RESEARCH").toString()).isEqualTo("{\"LIMIT DAILY_LOSS\":1}");
    }

    /** Gains of 3 and 1, a loss of 2. */
    @Test
    void says_what_sales_brought() throws IOException {
        JsonNode research = report(fiveHours()
                        .withAccounts()
                        .sale(2, "0.1", "120", "0.1", "3")
                        .sale(3, "0.1", "120", "0.1", "1")
                        .sale(4, "0.1", "120", "0.1", "-2"))
                .at("/accounts/USD/lanes/RESEARCH");

        JsonNode sales = research.at("/trades/sales");
        assertThat(sales.get("sales").asLong()).isEqualTo(3);
        assertThat(sales.get("profit").asText()).isEqualTo("2");
        assertThat(sales.get("hitRate").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(sales.get("profitFactor").asDouble()).isEqualTo(2);
        assertThat(sales.get("expectancy").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(sales.get("best").asText()).isEqualTo("3");
        assertThat(sales.get("worst").asText()).isEqualTo("-2");
        assertThat(sales.get("byPair").toString())
                .isEqualTo("{\"BTC/USD\":{\"gained\":2,\"profit\":\"2\",\"sales\":3}}");
        assertThat(sales.get("byMonth").toString())
                .isEqualTo("{\"2021-03\":{\"gained\":2,\"profit\":\"2\",\"sales\":3}}");
        assertThat(page()).contains("Sales by pair", "Sales by month");
    }

    @Test
    void says_why_what_sales_brought_is_not_known() throws IOException {
        JsonNode sales = report(fiveHours().withAccounts()).at("/accounts/USD/lanes/RESEARCH/trades/sales");

        assertThat(sales.get("profitFactor").isNull()).isTrue();
        assertThat(sales.at("/unmeasured/profitFactor").asText()).isEqualTo("nothing was sold");
    }

    @Test
    void says_what_speaks_against_a_result() throws IOException {
        JsonNode findings = report(fiveHours().withAccounts()).at("/accounts/USD/lanes/RESEARCH/findings");

        JsonNode shortSpan = null;
        for (JsonNode finding : findings) {
            shortSpan = finding.get("rule").asText().equals("short span") ? finding : shortSpan;
        }
        assertThat(shortSpan).isNotNull();
        assertThat(shortSpan.get("severity").asText()).isEqualTo("WARNING");
        // four hours
        assertThat(shortSpan.get("says").asText()).isEqualTo("The span is 0.2 days.");
        assertThat(shortSpan.get("advice").asText()).startsWith("Take a year or more");
        assertThat(page()).contains("What speaks against these results", "The span is 0.2 days.");
    }

    @Test
    void compares_with_buying_and_holding_at_the_costs_of_its_own_fills() throws IOException {
        JsonNode hold = report(fiveHours().withBars().withAccounts()).at("/accounts/USD/buyAndHold");

        // fee 0.404 of 10.1 is 4 %, slippage 1 %; 100 became 121
        assertThat(hold.get("cost").asDouble()).isCloseTo(0.05, within(1e-12));
        assertThat(hold.get("boughtAt").asText()).isEqualTo("2021-03-01T00:00:05Z");
        assertThat(hold.at("/figures/periods").asInt()).isEqualTo(5);
        assertThat(hold.at("/figures/totalReturn").asDouble()).isCloseTo(1.21 / 1.05 - 1, within(1e-12));
        // from 110 to 99
        assertThat(hold.at("/figures/maxDrawdown").asDouble()).isCloseTo(-0.1, within(1e-12));
    }

    @Test
    void says_why_a_lane_did_not_trade() throws IOException {
        JsonNode gated = report(fiveHours().withAccounts()).at("/accounts/USD/lanes/GATED");

        assertThat(gated.get("allowedVerdicts").asLong()).isEqualTo(1);
        assertThat(gated.get("blockedVerdicts").toString()).isEqualTo("{\"CONFIDENCE\":3,\"DRIFT\":1,\"TRAINING\":2}");
        assertThat(gated.at("/words/0").asText())
                .isEqualTo(
                        "No trade: of 1 verdicts it might have acted on, no strategy wanted one that its costs and the risk"
                                + " limits allow.");
        assertThat(gated.at("/figures/sharpeAnnual").isNull()).isTrue();
        assertThat(gated.at("/figures/unmeasured/sharpeAnnual").asText())
                .isEqualTo("the value never changed, or always alike");
    }

    @Test
    void leaves_out_a_currency_without_pairs_and_changes_but_states_its_deposits() throws IOException {
        RunScene scene = fiveHours().withAccounts();
        for (int hour = 0; hour < 3; hour++) {
            scene.account(hour, "GATED", "USDT", "500.00", "0", false)
                    .account(hour, "RESEARCH", "USDT", "700.00", "0", false);
        }

        JsonNode report = report(scene);

        assertThat(report.get("accounts").fieldNames()).toIterable().containsExactly("USD");
        assertThat(report.at("/idleDeposits/USDT").toString())
                .isEqualTo("{\"GATED\":\"500.00\",\"RESEARCH\":\"700.00\"}");
        assertThat(page())
                .doesNotContain("Accounts in USDT")
                .contains("The deposits in USDT lay idle, as the run has no pair in that currency:"
                        + " GATED 500.00, RESEARCH 700.00.");
    }

    @Test
    void keeps_a_currency_without_pairs_whose_account_changed() throws IOException {
        RunScene scene = fiveHours()
                .account(0, "GATED", "USDT", "500.00", "0", false)
                .account(1, "GATED", "USDT", "499.00", "0", false);

        JsonNode report = report(scene);

        assertThat(report.get("accounts").fieldNames()).toIterable().containsExactly("USD", "USDT");
        assertThat(report.get("idleDeposits")).isEmpty();
    }

    @Test
    void says_that_the_kill_switch_closed_everything() throws IOException {
        RunScene scene =
                new RunScene(folder).account(0, "RESEARCH", "1000", "0").account(1, "RESEARCH", "840", "0", true);

        assertThat(report(scene).at("/accounts/USD/lanes/RESEARCH/words").toString())
                .contains("The kill switch closed everything on the way; from then on the account only held cash.");
    }

    @Test
    void names_the_gates_that_let_nothing_through() throws IOException {
        RunScene scene = new RunScene(folder)
                .verdict(0, "f1", 0.8, "REFUSED", "DRIFT,CONFIDENCE", "DRIFT")
                .account(0, "GATED", "1000.00", "0");

        JsonNode gated = report(scene).at("/accounts/USD/lanes/GATED");

        assertThat(gated.at("/words/0").asText())
                .startsWith("No trade: the gates let no verdict through:")
                .contains("CONFIDENCE 1 times (the calibrated probability is not sure enough)")
                .contains("DRIFT 1 times (nothing to go by yet");
    }

    @Test
    void of_an_empty_run_measures_nothing_and_says_so() throws IOException {
        JsonNode report = report(new RunScene(folder));

        assertThat(report.at("/coverage/1h").isNull()).isTrue();
        assertThat(report.at("/brier/1h").isNull()).isTrue();
        assertThat(report.at("/gate/1h").asText()).isEqualTo("SHUT");
        assertThat(report.at("/horizons/1h/skill/unmeasured/brier").asText())
                .isEqualTo("no forecast of this horizon has matured");
        assertThat(report.at("/horizons/1h/words/0").asText()).startsWith("No forest of this horizon was in force");
        assertThat(report.at("/accounts/USD/lanes/GATED/equityEnd").isNull()).isTrue();
        assertThat(report.at("/accounts/USD/lanes/GATED/unmeasured/equityEnd").asText())
                .isEqualTo("the run has no account rows of this lane and currency");
        assertThat(page()).contains("There are no forecasts to check.");
    }

    @Test
    void without_matured_outcomes_claims_no_score() throws IOException {
        RunScene scene = new RunScene(folder)
                .forecast(4, "f1", 0.5, RunScene.hour(0))
                .verdict(4, "f1", 0.7, "REFUSED", "CONFIDENCE", "");

        JsonNode horizon = report(scene).at("/horizons/1h");

        assertThat(horizon.get("open").asLong()).isEqualTo(1);
        assertThat(horizon.at("/skill/auc").isNull()).isTrue();
        assertThat(horizon.at("/coverage/realised").isNull()).isTrue();
        assertThat(horizon.get("words").toString())
                .contains("No forecast of this horizon has matured", "No interval has met an outcome yet.");
    }

    @Test
    void gives_up_a_forecast_whose_label_never_came() throws IOException {
        RunScene scene = new RunScene(folder)
                .forecast(0, "f1", 0.5, RunScene.hour(-2))
                .verdict(0, "f1", 0.7, "REFUSED", "CONFIDENCE", "");

        JsonNode horizon = report(scene).at("/horizons/1h");

        assertThat(horizon.get("withoutOutcome").asLong()).isEqualTo(1);
        assertThat(horizon.get("open").asLong()).isZero();
    }

    @Test
    void is_a_page_that_needs_nothing_but_itself() throws Exception {
        report(fiveHours().withAccounts());

        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page())));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(6);
        assertThat(page.getElementsByTagName("title").getLength()).isGreaterThan(100);
        assertThat(texts(page, "td")).contains("48.8 %", "0.14667", "66.7 %", "1,078.11", "7.8 %", "10.10");
        assertThat(page().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "url(", " style=");
    }

    private static List<String> texts(Document page, String element) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < page.getElementsByTagName(element).getLength(); i++) {
            texts.add(page.getElementsByTagName(element).item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void changes_no_root() throws IOException {
        RunFolder run = fiveHours().withAccounts().sealed();
        byte[] manifest = Files.readAllBytes(folder.resolve("run.json"));
        byte[] root = run.digest(Datasets.VERDICTS).runRoot();

        BacktestReport.write(run);
        BacktestReport.write(RunFolder.open(folder));

        assertThat(Files.readAllBytes(folder.resolve("run.json"))).isEqualTo(manifest);
        assertThat(run.digest(Datasets.VERDICTS).runRoot()).isEqualTo(root);
    }

    @Test
    void is_the_same_whatever_files_the_rows_lie_in() throws IOException {
        report(fiveHours().account(1, "GATED", "5.00", "0").account(0, "GATED", "4.00", "0"));
        String one = page();
        Path other = folder.resolve("other");

        BacktestReport.write(RunScene.fiveHours(other)
                .account(0, "GATED", "4.00", "0")
                .account(1, "GATED", "5.00", "0")
                .sealed());

        assertThat(Files.readString(other.resolve(BacktestReport.PAGE))).isEqualTo(one);
        assertThat(one).contains("25.0 %");
    }

    @Test
    void of_verdicts_of_an_unknown_gate_is_left_to_the_program_that_has_it() {
        RunScene scene = new RunScene(folder)
                .forecast(4, "f1", 0.5, RunScene.hour(0))
                .verdict(4, "f1", 0.7, "REFUSED", "CERTAINTY", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(scene))
                .withMessageStartingWith("output " + folder)
                .withMessageContaining(
                        "refused for CERTAINTY, which no gate of this program does; make the report with the program that made the run");
    }
}
