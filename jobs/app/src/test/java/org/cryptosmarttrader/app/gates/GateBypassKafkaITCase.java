package org.cryptosmarttrader.app.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.cryptosmarttrader.app.gates.Hours.GRACE;
import static org.cryptosmarttrader.app.gates.Hours.TWELVE_WEEKS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unbounded job behind a real broker. Each would have opened the gate, were it not for what refuses it. */
@DisplayName("The 12-week gate, over Kafka")
class GateBypassKafkaITCase {

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** A job that reads a topic of its name until the last hour of its plan. */
    private record Job(String name, RunPlan plan, RunFolder run) {

        /** @param archive of the same hours, from which the plan is made */
        static Job named(String name, Map<String, String> settings, Hours... archive) throws Exception {
            Hours.lay(folder.resolve("archive-" + name), archive);
            RunPlan plan = Attempt.plan(folder.resolve("archive-" + name), settings, 2 * TWELVE_WEEKS);
            RunManifest manifest = plan.manifest("live-" + name, List.of(), "test");
            TopicAdmin.create(broker.bootstrap(), List.of(name), 1);
            return new Job(name, plan, RunFolder.create(folder.resolve(name), manifest));
        }

        PredictionGraph graph() {
            return new PredictionGraph(
                    plan.settings(),
                    plan.mark(run.manifest()),
                    new KafkaEvents(broker.bootstrap(), name, Long.MIN_VALUE),
                    new ParquetSink(plan.output(run.root(), run.manifest())));
        }

        JobSettings settings() {
            return JobSettings.once(1)
                    .withCheckpoints(
                            Duration.ofMillis(200),
                            folder.resolve("checkpoints-" + name).toUri().toString());
        }

        JobClient start() throws Exception {
            return LocalJob.start(graph(), settings(), name);
        }

        /** A failure ends it; nobody starts it again. */
        JobClient startOnce() throws Exception {
            return LocalJob.start(graph(), JobSettings.once(1), name);
        }

        /** The same run by the settings of another plan. */
        Job under(RunPlan other) {
            return new Job(name, other, run);
        }

        JobClient resume(String savepoint) throws Exception {
            return LocalJob.resume(graph(), settings(), savepoint, name);
        }

        void awaitWhole(JobClient job) throws Exception {
            awaitWhole(job, plan.until());
        }

        void awaitWhole(JobClient job, long tick) throws Exception {
            while (run.wholeUpTo() < tick) {
                assertThat(job.getJobStatus().get()).isNotEqualTo(JobStatus.FAILED);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }

        String mark() {
            return plan.mark(run.manifest()).text();
        }
    }

    private static EventPublisher publisher(Job job) {
        return new EventPublisher(broker.bootstrap(), job.name(), "ingest", new long[1]);
    }

    /** Sends bars, and promises after each what is known by its tick. */
    private static void play(EventPublisher publisher, Hours bars) {
        for (EventBlock bar : bars.events()) {
            publisher.send(List.of(bar));
            if (bar.sequence(0) % 100 == 0) {
                publisher.heartbeat(bar.availableAt(0) + 1);
            }
        }
        List<EventBlock> events = bars.events();
        publisher.heartbeat(events.get(events.size() - 1).availableAt(0) + 1);
    }

    private static String savepoint(JobClient job) throws Exception {
        return job.stopWithSavepoint(
                        false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get(120, TimeUnit.SECONDS);
    }

    private static String failure(JobClient job) {
        Throwable failure = catchThrowable(() -> job.getJobExecutionResult().get(120, TimeUnit.SECONDS));
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    // ---- copied checkpoint of another run

    @Test
    void stays_shut_for_a_run_that_is_given_the_savepoint_of_one_that_earned_it() throws Exception {
        Hours earned = Hours.of(0, TWELVE_WEEKS);
        Hours next = Hours.of(TWELVE_WEEKS, TWELVE_WEEKS + 24);
        Job rich = Job.named("rich", Map.of(), earned, next);
        Job poor = Job.named("poor", Map.of(), earned, next);
        Job loose = rich.under(Attempt.plan(
                folder.resolve("archive-rich"), Map.of("gates.training.requiredBases", "[BTC]"), 2 * TWELVE_WEEKS));
        JobClient earning = rich.start();
        try (EventPublisher ingest = publisher(rich)) {
            play(ingest, earned);
            rich.awaitWhole(earning, Hours.START + TWELVE_WEEKS * TickGrid.HOUR + GRACE);
            String savepoint = savepoint(earning);
            assertThat(Attempt.of(rich.run()).opened()).isTrue();

            assertThat(failure(poor.resume(savepoint)))
                    .contains("checkpoint: it belongs to " + rich.mark() + ", this job is " + poor.mark())
                    .contains("resume the run it belongs to, or start this one without it");
            assertThat(poor.run().files("status")).isEmpty();
            assertThat(failure(loose.resume(savepoint))).contains("this job is " + loose.mark());

            JobClient own = rich.resume(savepoint);
            play(ingest, next);
            rich.awaitWhole(own);
            own.cancel().get();
        }
        assertThat(Attempt.of(rich.run()).mostHours()).isEqualTo(TWELVE_WEEKS + 24 - 1);
    }

    // ---- back-dated events

    @Test
    void stays_shut_for_hours_that_are_stamped_as_received_long_ago() throws Exception {
        Hours recent = Hours.of(1_900, 1_950);
        Hours backDated = Hours.of(0, 1_900);
        Job job = Job.named("backdated", Map.of(), Hours.of(0, TWELVE_WEEKS));
        JobClient running = job.start();
        try (EventPublisher ingest = publisher(job)) {
            play(ingest, recent);
            ingest.send(backDated.events());
            play(ingest, Hours.of(1_950, TWELVE_WEEKS));
            job.awaitWhole(running);
        }
        running.cancel().get();

        Attempt attempt = Attempt.of(job.run());
        assertThat(attempt.opened()).isFalse();
        assertThat(attempt.mostHours()).isEqualTo(TWELVE_WEEKS - 1_900 - 1);
        assertThat(attempt.refused()).isEqualTo(Map.of("DISORDER", 1_900));
    }

    // ---- API call

    @Test
    void has_no_reader_for_a_status_that_somebody_sends() throws Exception {
        Job job = Job.named("forged", Map.of(), Hours.of(0, 24));
        JobClient running = job.startOnce();
        try (EventPublisher ingest = publisher(job)) {
            play(ingest, Hours.of(0, 12));
            send(
                    job,
                    "{\"horizon\":\"1h\",\"training_hours\":2016,\"training_open\":true}"
                            .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(failure(running)).contains("only ingest and cst replay may write to this topic");
    }

    @Test
    void stays_shut_for_events_of_a_producer_that_is_not_ingest() throws Exception {
        Job job = Job.named("stranger", Map.of(), Hours.of(0, 24));
        JobClient running = job.startOnce();
        try (EventPublisher ingest = publisher(job)) {
            play(ingest, Hours.of(0, 12));
            send(job, new EventCodec().encode(Hours.of(12, 13).events().get(0), 0));
            ingest.heartbeat(Hours.START + 13 * TickGrid.HOUR + GRACE + 1);
        }

        assertThat(failure(running))
                .contains("records were lost or doubled between writer and broker, write the topic anew");
    }

    private static void send(Job job, byte[] message) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(job.name(), 0, null, message)).get();
        }
    }
}
