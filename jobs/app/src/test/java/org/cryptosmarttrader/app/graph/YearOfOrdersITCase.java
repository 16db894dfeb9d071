package org.cryptosmarttrader.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.RestlessYear;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.Backtest;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.app.runs.Playback;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.app.search.BookReplay;
import org.cryptosmarttrader.app.search.ReplayCheck;
import org.cryptosmarttrader.ingest.kafka.Pace;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.serving.parity.Parity;
import org.cryptosmarttrader.serving.parity.ParityReport;
import org.cryptosmarttrader.serving.parity.ParityScope;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("A year of orders")
class YearOfOrdersITCase {

    @TempDir
    private static Path folder;

    private static RunPlan plan;
    private static RunFolder bounded;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void trade_a_year() throws Exception {
        Path archive = folder.resolve("archive");
        RestlessYear.importInto(archive);
        Configuration conf = Configuration.read(Answer.home().resolve("conf"), RestlessYear.SETTINGS);
        plan = RunPlan.of(conf, archive, RestlessYear.SPAN, List.of(), RunPlan.Genesis.ARCHIVE);
        bounded = new Backtest(
                        plan,
                        LightModels.in(folder),
                        Duration.ofDays(182).toMillis(),
                        folder.resolve("bounded"),
                        JobSettings.once(2),
                        (form, values) -> {})
                .run();
        broker = EmbeddedBroker.start(folder.resolve("broker"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void is_the_same_over_kafka() throws Exception {
        KafkaEvents events = new KafkaEvents(broker.bootstrap(), new Topics("year.").events(), Long.MIN_VALUE);

        compare("kafka", over("kafka", new Topics("year."), events));
    }

    @Test
    void is_the_same_over_kafka_when_the_job_dies_and_is_restored() throws Exception {
        FailingOnce.DEATHS.set(0);
        KafkaEvents events = new KafkaEvents(broker.bootstrap(), new Topics("died.").events(), Long.MIN_VALUE);

        compare("died", over("died", new Topics("died."), new FailingOnce(events)));

        assertThat(FailingOnce.DEATHS).as("deaths of the job").hasValue(1);
    }

    /** Every posting to an account checks that its two sets of books agree; here every account is made again beside. */
    @Test
    void is_made_again_by_the_book_alone_to_the_last_digit() throws Exception {
        BookReplay replay = BookReplay.of(bounded, plan, JobSettings.once(2));
        ReplayCheck check = ReplayCheck.of(replay, plan.settings().book(), bounded);

        System.out.printf("replayed: %,d account rows, %,d fills%n", check.accounts(), check.fills());
        assertThat(check.fills()).isGreaterThan(1_000);
    }

    private static RunFolder over(String name, Topics topics, Sources events) throws Exception {
        RunManifest manifest = plan.manifest("replay", bounded.manifest().models(), Version.program());
        RunFolder run = RunFolder.create(folder.resolve(name), manifest);
        JobSettings job = JobSettings.once(2)
                .withCheckpoints(
                        Duration.ofSeconds(2),
                        folder.resolve("checkpoints-" + name).toUri().toString());
        PredictionGraph graph = new PredictionGraph(
                plan.settings(), plan.mark(manifest), events, new ParquetSink(plan.output(run.root(), manifest)));
        try (Playback playback =
                Playback.start(plan, ModelEvents.archives(bounded.root()), broker.bootstrap(), topics, Pace.AT_ONCE)) {
            JobClient client = LocalJob.start(graph, job, name);
            while (run.wholeUpTo() < plan.until()) {
                playback.requireAlive();
                assertThat(client.getJobStatus().get().isGloballyTerminalState())
                        .as("the job has ended")
                        .isFalse();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            client.stopWithSavepoint(
                            false,
                            folder.resolve("savepoints-" + name).toUri().toString(),
                            SavepointFormatType.CANONICAL)
                    .get(120, TimeUnit.SECONDS);
        }
        return run.seal(Datasets.all(plan.settings().catalog()).values());
    }

    private static void compare(String name, RunFolder run) throws Exception {
        ParityScope scope = new ParityScope(
                List.of("orders", "fills", "accounts", "audit"), List.of(), List.of(), Long.MIN_VALUE, Long.MAX_VALUE);
        ParityReport report = Parity.compare(bounded, run, scope);
        System.out.printf("%s:%n%s%n", name, report.text());
        assertThat(report.isEqual()).as(report.text()).isTrue();
        RestlessYear.assertEnoughCompared(report);
        assertThat(run.manifest().roots()).isEqualTo(bounded.manifest().roots());
    }
}
