package org.cryptosmarttrader.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Recording;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.cluster.Gate;
import org.cryptosmarttrader.app.runs.Backtest;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.app.runs.Playback;
import org.cryptosmarttrader.app.runs.ReplayRun;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.ingest.kafka.Pace;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.cryptosmarttrader.prediction.sources.ArchiveThenKafka;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSpan;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real trades, real Parquet, a real broker; every dataset of every way must have the root of the first. */
@DisplayName("One graph over one recorded week gives the same")
class OneGraphITCase {

    @TempDir
    private static Path folder;

    private static RecordedRun recorded;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void run_once() throws Exception {
        recorded = RecordedRun.in(folder);
        broker = EmbeddedBroker.start(folder.resolve("broker"));
    }

    @AfterAll
    static void stop_the_broker() throws Exception {
        broker.close();
    }

    @Test
    void with_forecasts_statements_orders_and_fills_in_it_to_be_compared() throws IOException {
        long stated = recorded.first().manifest().rows().get("statements");
        assertThat(recorded.first().manifest().rows())
                .containsEntry("features", 769L)
                .containsEntry("verdicts", 1_538L)
                // four members, and a model of each statement that one pair can answer
                .containsEntry("forecasts", 4 * 1_538L + stated)
                .hasEntrySatisfying("orders", orders -> assertThat(orders).isPositive())
                .hasEntrySatisfying("fills", fills -> assertThat(fills).isPositive());
        assertThat(recorded.first().manifest().models()).hasSizeGreaterThan(2);
        RowBatch statements = recorded.first().readAll(Datasets.STATEMENTS);
        assertThat(statements.strings(Datasets.STATEMENTS.indexOf("statement")))
                .containsOnly("beyond_1", "beyond_2")
                .contains("beyond_1", "beyond_2");
        double[] outcomes = statements.doubles(Datasets.STATEMENTS.indexOf("independent_outcomes"));
        assertThat(Arrays.stream(outcomes).max().orElseThrow())
                .as("learnt from their own outcomes")
                .isPositive();
    }

    @Test
    void with_values_of_texts_transfers_and_metrics_in_it_to_be_compared() throws IOException {
        for (String column : List.of(
                "sent_24h",
                "x_sent_6h",
                "mkt_sent_dup_share_24",
                "sent_count_24",
                "ln_whale_usd_24",
                "to_exchanges_z_1",
                "whale_activity",
                "day_active_addresses_chg1",
                "mkt_fng",
                "btc_funding_last")) {
            long finite = recorded.finite(column);
            System.out.printf("%s: %,d values%n", column, finite);
            assertThat(finite).as(column).isPositive();
        }
    }

    @Test
    void with_the_models_of_an_earlier_backtest_and_nothing_trained() throws Exception {
        Path again = recorded.path("again");
        isTheSame(new Backtest(
                        recorded.plan(),
                        Answer.home().resolve("models"),
                        Backtest.NEVER,
                        List.of(recorded.first().root().resolve("models")),
                        again,
                        JobSettings.once(2),
                        (form, values) -> {})
                .run());
        assertThat(again.resolve(Backtest.TRAINING_SET)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void at_parallelism(int parallelism) throws Exception {
        isTheSame(recorded.bounded("p" + parallelism, recorded.archive(), JobSettings.once(parallelism)));
    }

    @Test
    void with_its_state_in_rocksdb() throws Exception {
        JobSettings job = JobSettings.once(2).withBackend("rocksdb");
        isTheSame(recorded.bounded("rocksdb", recorded.archive(), job));
    }

    @Test
    void however_events_are_cut_into_blocks() throws Exception {
        isTheSame(recorded.bounded("cut", new Reblocked(recorded.archive(), 7), JobSettings.once(2)));
    }

    @Test
    void when_it_dies_between_checkpoints_and_is_restored() throws Exception {
        FailingOnce.DEATHS.set(0);
        isTheSame(recorded.bounded("died", new FailingOnce(recorded.archive()), checkpointed("died", 2)));
        assertThat(FailingOnce.DEATHS).as("deaths of the job").hasValue(1);
    }

    @Test
    void unbounded_through_kafka() throws Exception {
        isTheSame(ReplayRun.run(
                recorded.plan(),
                recorded.manifest("replay"),
                recorded.modelArchives(),
                broker.bootstrap(),
                new Topics("replay."),
                recorded.path("replay"),
                checkpointed("replay", 2)));
        recordsAll(RunFolder.open(recorded.path("replay")), new Topics("replay."), Long.MIN_VALUE);
    }

    @Test
    void unbounded_when_it_dies_between_checkpoints_and_is_restored() throws Exception {
        FailingOnce.DEATHS.set(0);
        Topics topics = new Topics("died.");
        RunFolder run = recorded.create("unbounded-died");
        KafkaEvents events = new KafkaEvents(broker.bootstrap(), topics.events(), Long.MIN_VALUE);
        try (Playback playback =
                Playback.start(recorded.plan(), recorded.modelArchives(), broker.bootstrap(), topics, Pace.AT_ONCE)) {
            JobClient job = LocalJob.start(
                    recorded.graph("unbounded-died", new FailingOnce(events)),
                    checkpointed("unbounded-died", 2),
                    "died");
            await(() -> run.wholeUpTo() >= recorded.plan().until(), job, playback);
            stop(job);
        }
        assertThat(FailingOnce.DEATHS).as("deaths of the job").hasValue(1);
        isTheSame(recorded.seal(run));
        recordsAll(run, topics, Long.MIN_VALUE);
    }

    @Test
    void stopped_by_a_savepoint_half_way_and_resumed_at_another_parallelism() throws Exception {
        Topics topics = new Topics("rescaled.");
        RunFolder run = recorded.create("rescaled");
        long halfWay = recorded.plan().emitFrom() + 24 * 3_600_000L;
        Gate gate = new Gate();
        gate.openUntil(halfWay);
        KafkaEvents events = new KafkaEvents(broker.bootstrap(), topics.events(), Long.MIN_VALUE);
        try (Playback playback =
                Playback.start(recorded.plan(), recorded.modelArchives(), broker.bootstrap(), topics, gate)) {
            JobClient one = LocalJob.start(recorded.graph("rescaled", events), checkpointed("one", 1), "one");
            await(() -> run.wholeUpTo() >= recorded.plan().emitFrom(), one, playback);
            String savepoint = stop(one);
            assertThat(run.wholeUpTo())
                    .as("half way")
                    .isLessThanOrEqualTo(halfWay + recorded.plan().grid().intervalMillis());
            gate.open();
            JobClient four =
                    LocalJob.resume(recorded.graph("rescaled", events), checkpointed("four", 4), savepoint, "four");
            await(() -> run.wholeUpTo() >= recorded.plan().until(), four, playback);
            stop(four);
        }
        isTheSame(recorded.seal(run));
        recordsAll(run, topics, Long.MIN_VALUE);
    }

    @Test
    void with_forests_swapped_while_it_runs() throws Exception {
        Topics topics = new Topics("swapped.");
        RunFolder run = recorded.create("swapped");
        ModelsByInstant models = ModelsByInstant.of(recorded.first());
        long swap = models.lastSwap();
        Gate gate = new Gate();
        gate.openUntil(swap - recorded.plan().grid().intervalMillis());
        KafkaEvents events = new KafkaEvents(broker.bootstrap(), topics.events(), Long.MIN_VALUE);
        try (Playback playback =
                Playback.start(recorded.plan(), recorded.modelArchives(), broker.bootstrap(), topics, gate)) {
            JobClient job = LocalJob.start(recorded.graph("swapped", events), checkpointed("swapped", 2), "swapped");
            await(() -> run.wholeUpTo() >= swap - 2 * recorded.plan().grid().intervalMillis(), job, playback);
            // the last forests have not been announced yet, and the job runs on
            gate.open();
            await(() -> run.wholeUpTo() >= recorded.plan().until(), job, playback);
            stop(job);
        }
        isTheSame(recorded.seal(run));
        ModelsByInstant.Checked checked = models.check(run);
        System.out.printf(
                "swapped: %,d forecasts scored by the model in force, %,d before the last swap at %s, %,d from it on%n",
                checked.rows(), checked.before(), Instant.ofEpochMilli(swap), checked.after());
        assertThat(checked.wrong()).isEmpty();
        assertThat(checked.before()).isPositive();
        assertThat(checked.after()).isPositive();
    }

    @Test
    void trains_as_of_an_instant_from_what_was_known_by_then_what_the_walk_forward_trains() throws Exception {
        Instant asOf = ModelsByInstant.of(recorded.first()).lastTraining();
        RunFolder known = recorded.datasetUntil(asOf);
        int compared = 0;
        for (Horizon horizon : recorded.plan().settings().horizons()) {
            List<Path> trained = recorded.trainedAsOf(known, horizon, asOf);
            // the members, and the statements that one pair can answer
            assertThat(trained).hasSize(4 + 2);
            for (Path model : trained) {
                Path walked = ModelEvents.models(recorded.first().root())
                        .resolve(horizon.label())
                        .resolve(model.getFileName());
                assertThat(walked.resolve("card.json")).hasSameBinaryContentAs(model.resolve("card.json"));
                assertThat(ModelFolder.onnx(walked)).isEqualTo(ModelFolder.onnx(model));
                compared++;
            }
        }
        System.out.printf("as of %s: %d models compared, card and ONNX file byte by byte%n", asOf, compared);
    }

    @Test
    void warm_started_from_the_archive_with_kafka_behind_it() throws Exception {
        Topics topics = new Topics("warm.");
        RunFolder run = recorded.create("warm");
        long handOver = recorded.plan().emitFrom() + 24 * 3_600_000L;
        ArchiveSpan all = recorded.plan().archiveSpan(recorded.modelArchives());
        ArchiveSource archive = new ArchiveSource(
                new ArchiveSpan(all.roots(), all.pairs(), all.references(), all.after(), handOver, all.grid()));
        KafkaEvents kafka = new KafkaEvents(broker.bootstrap(), topics.events(), handOver);
        try (Playback playback =
                Playback.start(recorded.plan(), recorded.modelArchives(), broker.bootstrap(), topics, Pace.AT_ONCE)) {
            JobClient job = LocalJob.start(
                    recorded.graph("warm", new ArchiveThenKafka(archive, kafka)), checkpointed("warm", 2), "warm");
            await(() -> run.wholeUpTo() >= recorded.plan().until(), job, playback);
            stop(job);
        }
        isTheSame(recorded.seal(run));
        recordsAll(run, topics, handOver);
    }

    private static JobSettings checkpointed(String name, int parallelism) {
        return JobSettings.once(parallelism)
                .withCheckpoints(
                        Duration.ofMillis(200),
                        folder.resolve("checkpoints-" + name).toUri().toString());
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition, JobClient job, Playback playback) throws Exception {
        while (!condition.holds()) {
            playback.requireAlive();
            assertThat(job.getJobStatus().get().isGloballyTerminalState())
                    .as("the job has ended")
                    .isFalse();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static String stop(JobClient job) throws Exception {
        return job.stopWithSavepoint(
                        false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get(120, TimeUnit.SECONDS);
    }

    private static void recordsAll(RunFolder run, Topics topics, long after) throws Exception {
        Recording.isOfAll(run, broker.bootstrap(), topics.events(), after);
    }

    private static void isTheSame(RunFolder run) {
        assertThat(run.manifest().rows()).isEqualTo(recorded.first().manifest().rows());
        assertThat(run.manifest().roots()).isEqualTo(recorded.first().manifest().roots());
        long rows = run.manifest().rows().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        System.out.printf(
                "%s: %,d rows of %d datasets compared%n",
                run.root().getFileName(), rows, run.manifest().roots().size());
        assertThat(List.of(rows)).allSatisfy(compared -> assertThat(compared).isPositive());
    }
}
