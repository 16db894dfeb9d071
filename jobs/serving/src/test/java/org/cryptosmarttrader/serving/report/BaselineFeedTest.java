package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.VolatilityBaselines;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.CloseToCloseVolatility;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What baselines are fed")
class BaselineFeedTest {

    private static final FeatureCatalog CATALOG =
            new FeatureCatalog(List.of(new LogReturn(1), new CloseToCloseVolatility(168)), List.of());
    private static final TickGrid GRID = RunScene.HOURLY;
    private static final int HOURS = 60;

    @TempDir
    private Path folder;

    private final double[] returns = new SplittableRandom(4)
            .doubles(HOURS)
            .map(share -> 0.02 * (share - 0.5))
            .toArray();

    private static long tick(int hour) {
        return GRID.tick(hour - 1L);
    }

    /** Each return is the outcome of the decision an hour before. */
    private RunFolder run(Path root, int firstHour) {
        RowSchema schema = Datasets.features(CATALOG);
        RowBuilder features = new RowBuilder(schema);
        RowBuilder labels = new RowBuilder(Datasets.LABELS);
        for (int hour = firstHour; hour < HOURS; hour++) {
            features.row()
                    .set(0, tick(hour))
                    .set(1, "BTC/USD")
                    .set(6, "")
                    .set(7, "")
                    .set(8, returns[hour])
                    .set(9, 0.01);
            labels.row()
                    .set(0, tick(hour - 1))
                    .set(1, "BTC/USD")
                    .set(2, "1h")
                    .set(3, tick(hour))
                    .set(4, returns[hour])
                    .set(6, "OK");
        }
        return new RunScene(root, "run", CATALOG, tick(HOURS - 1))
                .write(schema, features.build())
                .write(Datasets.LABELS, labels.build())
                .folder();
    }

    private static BaselineFeed.Key key(int hour) {
        return new BaselineFeed.Key("1h", "BTC/USD", tick(hour));
    }

    @Test
    void is_outcomes_before_decisions_tick_after_tick() throws IOException {
        BaselineFeed feed = BaselineFeed.of(run(folder, 1));
        VolatilityBaselines direct =
                new VolatilityBaselines(GRID, List.of(Horizon.parse("1h")), 0.2, BaselineFeed.LEVELS);
        Map<BaselineFeed.Key, VolatilityBaselines.Losses> fed = feed.upTo(2);

        VolatilityBaselines.Losses last = null;
        for (int hour = 1; hour < HOURS; hour++) {
            last = direct.mature(Horizon.parse("1h"), "BTC/USD", tick(hour - 1), returns[hour]);
            direct.decide("BTC/USD", tick(hour), returns[hour], 0.01);
        }

        assertThat(fed.get(key(HOURS - 2)).crps()).containsExactly(last.crps());
        assertThat(fed.get(key(HOURS - 2)).crps()[0]).isPositive();
        assertThat(fed).doesNotContainKey(key(20));
    }

    @Test
    void begins_with_the_training_set_where_there_is_one() throws IOException {
        RunFolder late = run(folder, 50);
        assertThat(BaselineFeed.of(late).upTo(2).get(key(HOURS - 2)).crps()[0]).isNaN();

        run(folder.resolve("training-set"), 1);

        assertThat(BaselineFeed.of(late).upTo(2).get(key(HOURS - 2)).crps()[0]).isPositive();
    }

    @Test
    void is_nothing_of_a_run_without_the_features() throws IOException {
        RunFolder bare = new RunScene(folder, "bare", new FeatureCatalog(List.of(), List.of()), tick(1)).folder();

        assertThat(BaselineFeed.of(bare)).isNull();
        assertThat(BaselineFeed.absence(bare.manifest())).isEqualTo("the run has no feature ret_1 or rv_cc_168");
    }
}
