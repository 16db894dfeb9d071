package org.cryptosmarttrader.labels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.PairRun;
import org.cryptosmarttrader.history.Scene;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kraken XBT/USD, with the outage of 2018-01-11 to 13. */
@DisplayName("The return label on recorded hourly bars")
class ReturnLabelGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"F1-", "F2-", "F2b-"})
    void is_that_of_the_golden_vectors(String name) {
        Golden golden = Golden.vectorOverData(name);
        TickGrid grid = new TickGrid(TickGrid.HOUR, golden.inputs().get("D_ms").asLong());
        long decision = grid.barOf(golden.inputs().get("decisionBarStartMs").asLong());
        PairRun run = new PairRun(rules(grid), bars(golden.inputs().get("data"), decision, grid));

        for (Horizon horizon : Horizon.ALL) {
            run.to(decision + horizon.hours());
            History history = run.history();
            Label label = ReturnLabel.of(horizon, grid).maturing(history).orElseThrow();

            assertThat(label.bar()).isEqualTo(decision);
            golden.check("y_" + horizon.hours(), label.value());
            assertThat(label.status().code())
                    .isEqualTo(golden.outputs()
                            .get("y_%d_status".formatted(horizon.hours()))
                            .asText());
            assertThat(history.tick())
                    .isEqualTo(
                            golden.outputs().get("maturedAt_" + horizon.hours()).asLong());
        }
    }

    private static MemoryRules rules(TickGrid grid) {
        Lateness lateness = new Lateness(grid.graceMillis(), 6 * TickGrid.HOUR);
        return new MemoryRules(grid, lateness, MarketFeeds.always("*/USD", Scene.FEED), 1_000);
    }

    /** The bars from a fortnight before a decision to 720 h behind it, each known one grace behind its end. */
    private static List<EventBlock> bars(JsonNode data, long decision, TickGrid grid) {
        List<EventBlock> bars = new ArrayList<>();
        for (String line : Golden.lines(data.asText())) {
            String[] cells = line.split(",");
            long start = Long.parseLong(cells[0]) * 1_000;
            long bar = grid.barOf(start);
            if (bar >= decision - 336 && bar <= decision + 720) {
                EventBlock recorded = Scene.bar(
                        start,
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]),
                        Double.parseDouble(cells[6]));
                bars.add(Scene.known(grid.tick(bar), recorded));
            }
        }
        return bars;
    }
}
