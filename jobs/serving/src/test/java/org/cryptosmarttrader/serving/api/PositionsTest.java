package org.cryptosmarttrader.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.serving.report.RunScene.hour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is held, by fills")
class PositionsTest {

    @TempDir
    Path folder;

    /** A position's quantity, cost and unrealised profit after the hour. */
    private static List<List<Object>> held(RunStore store, Positions positions, int hour)
            throws IOException, InterruptedException {
        Snapshot whole = store.snapshot();
        return store.rows(positions.at(new Snapshot(whole.run(), hour(hour), store), null)).stream()
                .map(row -> List.of(row.get("quantity"), row.get("cost"), String.valueOf(row.get("unrealised"))))
                .toList();
    }

    /**
     * First in, first out: 0.1 for 10.504, then 0.2 for 22.88. Of these 0.15 are sold for 18 less 0.72; they had cost 10.504 and a
     * quarter of 22.88, 16.224 in all, so 1.056 is realised, and 0.15 stay that cost 17.16.
     */
    @Test
    void costs_what_the_lots_cost_that_are_left() throws Exception {
        RunScene.fiveHours(folder.resolve("run"))
                .fill(1, "0.1", "101", "0.404", 0.01, "100")
                .fill(2, "0.2", "110", "0.88", 0.01, "110")
                .sale(3, "0.15", "120", "0.72", "1.056")
                .bar(2, "BTC/USD", 110, 5_000)
                .bar(4, "BTC/USD", 120, 5_000)
                .sealed();
        try (RunStore store = RunStore.open(folder.resolve("run"))) {
            Positions positions = new Positions(store);

            assertThat(held(store, positions, 0)).isEmpty();
            assertThat(held(store, positions, 1)).containsExactly(List.of("0.1", "10.504", "null"));
            assertThat(held(store, positions, 2)).containsExactly(List.of("0.3", "33.384", "-0.384"));
            assertThat(held(store, positions, 4)).containsExactly(List.of("0.15", "17.16", "0.84"));
            assertThat(held(store, positions, 2))
                    .as("asked of before")
                    .containsExactly(List.of("0.3", "33.384", "-0.384"));
        }
    }

    @Test
    void is_gone_when_all_was_sold() throws Exception {
        RunScene.fiveHours(folder.resolve("run"))
                .fill(1, "0.1", "101", "0.404", 0.01, "100")
                .sale(3, "0.10", "120", "0.48", "1.016")
                .sealed();
        try (RunStore store = RunStore.open(folder.resolve("run"))) {
            assertThat(held(store, new Positions(store), 4)).isEmpty();
        }
    }
}
