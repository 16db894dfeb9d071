package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What an account is compared with")
class BenchmarksTest {

    @TempDir
    private Path folder;

    private RunScene scene;

    /** BTC doubles; ETH comes at the third of five ticks and gains a fifth. */
    @BeforeEach
    void open() {
        scene = new RunScene(folder)
                .bar(0, "BTC/USD", 100, 1_000)
                .bar(1, "BTC/USD", 80, 1_000)
                .bar(2, "BTC/USD", 150, 1_000)
                .bar(2, "ETH/USD", 10, 1_000)
                .bar(3, "BTC/USD", 160, 1_000)
                .bar(4, "BTC/USD", 200, 1_000)
                .bar(4, "ETH/USD", 12, 1_000);
        for (int hour = 0; hour < 5; hour++) {
            scene.account(hour, "GATED", "1000.00", "0").account(hour, "RESEARCH", "1000.00", "0");
        }
    }

    private JsonNode usd() throws IOException {
        BacktestReport.write(scene.sealed());
        return Json.mapper()
                .readTree(folder.resolve(BacktestReport.JSON).toFile())
                .at("/accounts/USD");
    }

    @Test
    void is_buying_what_there_is_at_the_first_tick() throws IOException {
        JsonNode held = usd().get("buyAndHold");

        assertThat(held.get("pairs").toString()).isEqualTo("[\"BTC/USD\"]");
        assertThat(held.get("boughtAt").asText()).isEqualTo("2021-03-01T00:00:05Z");
        assertThat(held.at("/figures/totalReturn").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(held.at("/figures/maxDrawdown").asDouble()).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void is_equal_parts_of_all_pairs_each_at_its_first_bar() throws IOException {
        JsonNode equal = usd().get("equalWeight");

        assertThat(equal.get("pairs").toString()).isEqualTo("[\"BTC/USD\",\"ETH/USD\"]");
        // half a unit doubles, half gains a fifth: 1 + 0.6; before ETH came its half was cash, so that a fall of 20 %
        // was 10 %
        assertThat(equal.at("/figures/totalReturn").asDouble()).isCloseTo(0.6, within(1e-12));
        assertThat(equal.at("/figures/maxDrawdown").asDouble()).isCloseTo(-0.1, within(1e-12));
    }

    @Test
    void costs_what_the_fills_of_the_run_cost_and_only_once_a_part_is_spent() throws IOException {
        // fee 0.404 of 10.1 is 4 %, slippage 1 %
        scene.fill(1, "0.1", "101", "0.404", 0.01, "100");

        JsonNode usd = usd();

        assertThat(usd.at("/equalWeight/cost").asDouble()).isCloseTo(0.05, within(1e-12));
        assertThat(usd.at("/equalWeight/figures/totalReturn").asDouble())
                .isCloseTo(0.5 * 2 / 1.05 + 0.5 * 1.2 / 1.05 - 1, within(1e-12));
        // at the first tick only BTC's half has paid, at the second it has lost a fifth
        assertThat(usd.at("/equalWeight/figures/maxDrawdown").asDouble())
                .isCloseTo(0.5 + 0.5 * 0.8 / 1.05 - 1, within(1e-12));
        assertThat(usd.at("/buyAndHold/figures/totalReturn").asDouble()).isCloseTo(2 / 1.05 - 1, within(1e-12));
    }

    @Test
    void is_cash_that_stays_what_it_is() throws IOException {
        JsonNode flat = usd().get("flat");

        assertThat(flat.at("/figures/periods").asInt()).isEqualTo(4);
        assertThat(flat.at("/figures/totalReturn").asDouble()).isZero();
        assertThat(flat.at("/figures/maxDrawdown").asDouble()).isZero();
        assertThat(flat.at("/figures/unmeasured/sharpeAnnual").asText())
                .isEqualTo("the value never changed, or always alike");
    }

    @Test
    void stands_beside_the_lanes_on_the_page() throws IOException {
        usd();

        assertThat(Files.readString(folder.resolve(BacktestReport.PAGE)))
                .contains("<th scope=\"col\">equal weight</th>", "<th scope=\"col\">flat</th>")
                .contains("Equal weight (BTC/USD, ETH/USD)", "no interest is credited", "line s4");
    }

    @Test
    void of_a_currency_without_bars_is_not_measured() throws IOException {
        BacktestReport.write(
                new RunScene(folder).account(0, "GATED", "1000.00", "0").sealed());
        JsonNode usd = Json.mapper()
                .readTree(folder.resolve(BacktestReport.JSON).toFile())
                .at("/accounts/USD");

        assertThat(usd.at("/equalWeight/boughtAt").isNull()).isTrue();
        assertThat(usd.at("/equalWeight/figures/unmeasured/totalReturn").asText())
                .isEqualTo("no pair of this currency has a bar");
    }
}
