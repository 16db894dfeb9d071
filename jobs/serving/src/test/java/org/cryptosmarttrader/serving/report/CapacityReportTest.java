package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cryptosmarttrader.book.CostMethod;
import org.cryptosmarttrader.evaluation.Capacity;
import org.cryptosmarttrader.serving.runs.ExecutionTerms;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The capacity of an account")
class CapacityReportTest {

    private static final ExecutionTerms TERMS = new ExecutionTerms(CostMethod.FIFO, 1, 0.05);

    @TempDir
    private Path folder;

    /** 100 of a bar of 10,000 at 2 %: each pays an impact of 0.2. */
    private static List<Capacity.Filled> fills(int number) {
        return Collections.nCopies(number, new Capacity.Filled(100, 100, 10_000, 0.02));
    }

    @Test
    void is_the_lower_of_what_impact_and_what_participation_allow() {
        // impact 8, profit 64: half is eaten at (64 / 16)² = 16 times 1,000; a fill is cut at 5 % of 10,000 over 100 =
        // 5 times
        CapacityReport capacity = CapacityReport.of(fills(40), 64, 1_000, TERMS);

        assertThat(capacity.impact()).isCloseTo(8, within(1e-9));
        assertThat(capacity.halfEatenAt()).isCloseTo(16_000, within(1e-6));
        assertThat(capacity.cutAt()).isCloseTo(5_000, within(1e-6));
        assertThat(capacity.estimate()).isEqualTo(capacity.cutAt());
        assertThat(capacity.unmeasured()).isEmpty();

        // profit 24: (24 / 16)² = 2.25
        assertThat(CapacityReport.of(fills(40), 24, 1_000, TERMS).estimate()).isCloseTo(2_250, within(1e-6));
    }

    @Test
    void is_not_told_from_a_few_fills() {
        CapacityReport capacity = CapacityReport.of(fills(29), 64, 1_000, TERMS);

        assertThat(capacity.estimate()).isNull();
        assertThat(capacity.cutAt()).isNull();
        assertThat(capacity.unmeasured())
                .containsEntry("estimate", "29 fills in bars of known volume and volatility, 30 needed");
    }

    @Test
    void without_a_profit_before_costs_is_not_told_but_for_the_cut() {
        CapacityReport capacity = CapacityReport.of(fills(40), -1, 1_000, TERMS);

        assertThat(capacity.estimate()).isNull();
        assertThat(capacity.halfEatenAt()).isNull();
        assertThat(capacity.cutAt()).isCloseTo(5_000, within(1e-6));
        assertThat(capacity.unmeasured().get("estimate"))
                .isEqualTo("there was no profit before costs, or no impact, that could take half of it");
    }

    @Test
    void of_a_run_that_does_not_keep_its_settings_is_not_told() {
        CapacityReport capacity =
                CapacityReport.of(fills(40), 64, 1_000, new ExecutionTerms(CostMethod.FIFO, Double.NaN, Double.NaN));

        assertThat(capacity.estimate()).isNull();
        assertThat(capacity.unmeasured()).containsEntry("cutAt", "the run does not keep the settings of its execution");
    }

    @Test
    void rests_on_the_bars_the_fills_happened_in() throws IOException {
        RunScene scene = RunScene.fiveHours(folder)
                .features("rv_cc_24")
                .executed(1, 0.05)
                .volatile24(1, RunScene.PAIR, 0.03)
                .withBars()
                .withAccounts()
                // at the fourth tick no bar came: its market is not known
                .sale(3, "0.1", "120", "0.1", "3");
        BacktestReport.write(scene.sealed());
        JsonNode capacity = Json.mapper()
                .readTree(folder.resolve(BacktestReport.JSON).toFile())
                .at("/accounts/USD/lanes/RESEARCH/capacity");

        // 10.1 of 1,000 at 3 %
        assertThat(capacity.get("fills").asInt()).isEqualTo(1);
        assertThat(capacity.get("impact").asDouble()).isCloseTo(10.1 * 0.03 * Math.sqrt(0.0101), within(1e-12));
        // equity 78.11 up; fees 0.404 and 0.1; slippage 1 % of 10.1 and of 12
        assertThat(capacity.get("grossProfit").asDouble()).isCloseTo(78.11 + 0.404 + 0.1 + 0.101 + 0.12, within(1e-9));
        assertThat(capacity.get("capital").asDouble())
                .isCloseTo((1000 + 990 + 1089 + 1089 + 1078.11) / 5, within(1e-9));
        assertThat(capacity.at("/unmeasured/estimate").asText())
                .isEqualTo("1 fills in bars of known volume and volatility, 30 needed");
        assertThat(Files.readString(folder.resolve(BacktestReport.PAGE)))
                .contains("Capacity, USD", "m = (profit / (2·impact))²");
    }

    @Test
    void takes_close_times_volume_where_a_source_says_no_value() throws IOException {
        FillMarkets markets = new FillMarkets(new RunScene(folder)
                .features("rv_cc_24")
                .bar(1, "BTC/USD", 110, Double.NaN)
                .bar(2, "BTC/USD", 100, 5_000)
                .volatile24(1, "BTC/USD", 0.03)
                .sealed());
        FillMarkets.At first = new FillMarkets.At("BTC/USD", RunScene.hour(1));
        FillMarkets.At second = new FillMarkets.At("BTC/USD", RunScene.hour(2));

        Map<FillMarkets.At, FillMarkets.Market> known =
                markets.of(UtcDays.dayOf(RunScene.FIRST), Set.of(first, second));

        // one coin at 110
        assertThat(known.get(first)).isEqualTo(new FillMarkets.Market(110, 0.03));
        assertThat(known.get(second)).isEqualTo(new FillMarkets.Market(5_000, Double.NaN));
        assertThat(known.get(second).isKnown()).isFalse();
    }
}
