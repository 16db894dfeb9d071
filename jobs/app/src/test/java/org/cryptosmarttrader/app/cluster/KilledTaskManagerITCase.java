package org.cryptosmarttrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.app.RestlessYear;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.ingest.files.ImportSettings;
import org.cryptosmarttrader.ingest.files.Importer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName(
        "A job whose TaskManager is killed in mid-feed, stopped with a savepoint and resumed at another parallelism")
class KilledTaskManagerITCase {

    private static final long START = Instant.parse("2021-01-01T00:00:00Z").toEpochMilli();

    @TempDir
    private Path folder;

    @Test
    void writes_the_rows_of_the_bounded_run_over_a_hand_made_market() throws Exception {
        Path archive = folder.resolve("archive");
        new HandMadeArchive(START, 24 * 131, List.of("ADA/USD", "BTC/USD", "ETH/USD", "LTC/USD")).write(archive);

        writesTheRowsOfTheBoundedRun(archive, span("2021-04-16", "2021-05-11", "2021-01-01"));
    }

    @Test
    void writes_the_rows_of_the_bounded_run_over_recorded_pairs() throws Exception {
        Path recorded = Golden.shared("data/ohlcv/binance-1h-2017-2022");
        Path archive = folder.resolve("archive");
        List<String> files = List.of("ADAUSDT", "BTCUSDT", "DOGEUSDT", "ETHUSDT", "LTCUSDT", "XRPUSDT").stream()
                .map(pair -> recorded.resolve(pair + "_60.csv.gz").toString())
                .toList();
        new Importer(ImportSettings.of(files.get(0), "kraken-ohlcvt", "binance", archive, null)
                        .withFrom(files))
                .run();

        writesTheRowsOfTheBoundedRun(archive, span("2021-03-01", "2021-06-01", "2020-10-16"));
    }

    @Test
    void writes_the_orders_of_a_year() throws Exception {
        Path archive = folder.resolve("archive");
        RestlessYear.importInto(archive);

        try (ClusterScene scene =
                ClusterScene.start(folder, archive, RestlessYear.SPAN, RestlessYear.SETTINGS, Duration.ofDays(182))) {
            scene.letTheFeedReach(0.70);
            scene.submit(2);
            ClusterScene.Kill kill = scene.killATaskManagerWithRowsAndACheckpointUnderWay();
            scene.letTheFeedReach(0.90);
            assertRecovery(scene, kill);
            scene.letTheFeedReach(1);
            scene.finish();

            RestlessYear.assertEnoughCompared(scene.assertSameRowsAsBounded());
            scene.assertEveryRowSentAndSomeTwice();
        }
    }

    private static Span span(String from, String until, String genesis) {
        return new Span(day(from), day(until), Optional.of(day(genesis)));
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    private void writesTheRowsOfTheBoundedRun(Path archive, Span span) throws Exception {
        try (ClusterScene scene = ClusterScene.start(folder, archive, span)) {
            scene.letTheFeedReach(0.90);
            scene.submit(2);
            ClusterScene.Kill kill = scene.killATaskManagerWithRowsAndACheckpointUnderWay();
            scene.letTheFeedReach(0.97);
            assertRecovery(scene, kill);

            scene.startATaskManager();
            String savepoint = scene.stop();
            assertThat(scene.wholeUpTo()).isLessThan(scene.lastTick());
            scene.resume(4);
            scene.letTheFeedReach(1);
            scene.finish();

            scene.print("savepoint %s", savepoint);
            scene.assertSameRowsAsBounded();
            scene.assertEveryRowSentAndSomeTwice();
            scene.assertEveryEventRecordedOnce();
        }
    }

    private static void assertRecovery(ClusterScene scene, ClusterScene.Kill kill) throws Exception {
        ClusterRest.Checkpoints after = scene.awaitACheckpointAfter(kill.unfinished());
        assertThat(scene.checkpoint(kill.unfinished()).state()).isEqualTo("FAILED");
        assertThat(after.restored()).isEqualTo(kill.completed());
        scene.awaitARestart();
        assertThat(scene.subtasks())
                .allSatisfy(subtask -> assertThat(subtask.attempt()).isPositive())
                .extracting(ClusterRest.Subtask::taskManager)
                .doesNotContain(kill.taskManager());
        assertThat(scene.jobManagerLog())
                .contains("Triggering checkpoint %d ".formatted(kill.unfinished()))
                .doesNotContain("Completed checkpoint %d ".formatted(kill.unfinished()));
        assertThat(scene.eventsSent()).isGreaterThan(kill.eventsSent());
    }
}
