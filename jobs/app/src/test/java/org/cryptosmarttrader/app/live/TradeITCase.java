package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.app.runs.TradeRun;
import org.cryptosmarttrader.book.Broker;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.box.BoxedAccount;
import org.cryptosmarttrader.ingest.box.BoxedExchange;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.box.OrderPlan;
import org.cryptosmarttrader.ingest.kafka.WholeTopic;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.trading.ApiKey;
import org.cryptosmarttrader.ingest.trading.ExecutionReport;
import org.cryptosmarttrader.ingest.trading.KafkaExecutions;
import org.cryptosmarttrader.ingest.trading.OrderJournal;
import org.cryptosmarttrader.ingest.trading.Outcome;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import org.cryptosmarttrader.wire.conf.VenueReader;
import org.cryptosmarttrader.wire.events.RowCodec;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst trade between a broker and a venue in a box")
class TradeITCase {

    /** Base64 of "no secret but a test". */
    private static final String SECRET = "bm8gc2VjcmV0IGJ1dCBhIHRlc3Q=";

    private static final String KEY = "key";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static BoxedExchange exchange;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        long now = System.currentTimeMillis();
        exchange = new BoxedExchange(
                List.of(BoxedPair.always(
                        "BTC/USD", List.of(new BoxedTrade(1, (now - 60_000) * 1_000_000, "150.00", "1", 'b')))),
                FaultPlan.none(),
                IngestClock.system());
    }

    @AfterAll
    static void stop() {
        exchange.close();
        broker.close();
    }

    /** What the job sends at a tick. */
    private static void decides(Topics topics, String lane, Side side, long tick, boolean gated) throws Exception {
        RowBatch verdict = RowBatch.of(Datasets.VERDICTS, 1);
        verdict.longs(Datasets.VERDICTS.indexOf("decision_at"))[0] = tick;
        verdict.strings(Datasets.VERDICTS.indexOf("pair"))[0] = "BTC/USD";
        verdict.booleans(Datasets.VERDICTS.indexOf("gated"))[0] = gated;
        RowBuilder orders = new RowBuilder(Datasets.ORDERS);
        orders.row()
                .set(0, tick)
                .set(1, lane)
                .set(2, "%s:BTC/USD:%d:%s".formatted(lane, tick, side))
                .set(3, tick)
                .set(4, "BTC/USD")
                .set(5, side.name())
                .set(6, "NEW")
                .set(8, "0.5")
                .set(9, "150.00")
                .set(10, "0");
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            // the order is there first, as it may be
            producer.send(new ProducerRecord<>(
                            topics.of("orders"), new RowCodec(Datasets.ORDERS).encode(orders.build(), 0)))
                    .get();
            producer.send(new ProducerRecord<>(
                            topics.of("verdicts"), new RowCodec(Datasets.VERDICTS).encode(verdict, 0)))
                    .get();
        }
    }

    private static List<ExecutionReport> reported(Topics topics, int expected) throws IOException {
        List<ExecutionReport> reports = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE;
        try (KafkaConsumer<byte[], byte[]> consumer = WholeTopic.consumer(broker.bootstrap(), topics.executions())) {
            while (reports.size() < expected && System.nanoTime() < until) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    reports.add(Json.mapper().readValue(message.value(), ExecutionReport.class));
                }
            }
        }
        return reports;
    }

    private static TradeRun run(Path data, Topics topics, KafkaExecutions executions) throws Exception {
        Path conf = Answer.home().resolve("conf");
        IngestSettings ingest = IngestReader.read(conf, Map.of("topic.prefix", topics.prefix()));
        return TradeRun.start(
                VenueReader.read(
                        conf, Map.of("mode", "live", "rest", exchange.http().toString())),
                Broker.VENUE,
                ingest,
                broker.bootstrap(),
                data,
                Map.of(ApiKey.KEY, topics.prefix() + KEY, ApiKey.SECRET, SECRET),
                IngestClock.system(),
                executions);
    }

    /** Lets the journal be half a minute old, so that what is decided now was decided behind its beginning. */
    private static void hasTradedForAWhile(Path data) throws IOException {
        OrderJournal.open(data.resolve(TradeRun.FOLDER), System.currentTimeMillis() - 30_000)
                .close();
    }

    private static void stepUntil(TradeRun run, int orders) throws Exception {
        long until = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < until
                && (run.state().orders() < orders
                        || run.state().standing() > 0
                        || run.state().unreported() > 0)) {
            run.step();
        }
    }

    @Test
    void sends_gated_orders_once_and_reports_them_once_across_restarts() throws Exception {
        Topics topics = new Topics("once.");
        TopicAdmin.ensure(broker.bootstrap(), topics, 2);
        Path data = folder.resolve("once");
        BoxedAccount account = exchange.open(topics.prefix() + KEY, SECRET, OrderPlan.none());
        hasTradedForAWhile(data);
        long tick = System.currentTimeMillis();
        decides(topics, "RESEARCH", Side.BUY, tick, true);
        decides(topics, "GATED", Side.BUY, tick, true);
        decides(topics, "GATED", Side.BUY, tick + 1, false);
        try (KafkaExecutions executions = new KafkaExecutions(broker.bootstrap(), topics.executions())) {
            try (TradeRun run = run(data, topics, executions)) {
                assertThat(run.blocks()).isEmpty();
                assertThatIOException()
                        .isThrownBy(() -> run(data, topics, executions))
                        .withMessageContaining("another cst trade holds the journal of this folder");
                stepUntil(run, 2);
            }
            Files.delete(data.resolve("trade/offsets.json"));
            decides(topics, "GATED", Side.SELL, tick, false);
            try (TradeRun run = run(data, topics, executions)) {
                stepUntil(run, 3);
            }
        }

        assertThat(account.orders()).hasSize(2);
        assertThat(account.faults()).isEmpty();
        List<ExecutionReport> reports = reported(topics, 3);
        assertThat(reports)
                .extracting(ExecutionReport::orderId, ExecutionReport::outcome, ExecutionReport::quantity)
                .containsExactlyInAnyOrder(
                        tuple("GATED:BTC/USD:%d:BUY".formatted(tick), Outcome.FILL, new BigDecimal("0.50000000")),
                        tuple("GATED:BTC/USD:%d:BUY".formatted(tick + 1), Outcome.REJECTED, BigDecimal.ZERO),
                        tuple("GATED:BTC/USD:%d:SELL".formatted(tick), Outcome.FILL, new BigDecimal("0.50000000")));
        JsonNode status =
                Json.mapper().readTree(data.resolve("trade/status.json").toFile());
        assertThat(status.path("mode").asText()).isEqualTo("LIVE");
        assertThat(status.path("orders").asInt()).isEqualTo(3);
        assertThat(Answer.to("audit", "verify", "--data", data.toString()).exit())
                .isZero();
    }

    @Test
    void sends_no_order_a_second_time_whose_journal_was_lost() throws Exception {
        Topics topics = new Topics("lost.");
        TopicAdmin.ensure(broker.bootstrap(), topics, 2);
        Path data = folder.resolve("lost");
        BoxedAccount account = exchange.open(topics.prefix() + KEY, SECRET, OrderPlan.none());
        hasTradedForAWhile(data);
        decides(topics, "GATED", Side.SELL, System.currentTimeMillis(), false);
        try (KafkaExecutions executions = new KafkaExecutions(broker.bootstrap(), topics.executions())) {
            try (TradeRun run = run(data, topics, executions)) {
                stepUntil(run, 1);
            }
            assertThat(account.orders()).hasSize(1);
            Files.move(data.resolve(TradeRun.FOLDER), data.resolve("elsewhere"));
            try (TradeRun run = run(data, topics, executions)) {
                stepUntil(run, 1);
            }
        }

        assertThat(account.orders()).hasSize(1);
        assertThat(reported(topics, 2))
                .extracting(ExecutionReport::outcome)
                .containsExactly(Outcome.FILL, Outcome.REJECTED);
        assertThat(data.resolve("trade/journal.jsonl")).content().contains("BEGUN", "BEGINNING: decided at ");
    }

    @Test
    void says_what_blocks_and_only_checks_as_a_command() throws Exception {
        Topics topics = new Topics("words.");
        TopicAdmin.ensure(broker.bootstrap(), topics, 2);
        Path data = Files.createDirectories(folder.resolve("words"));
        Path printed = folder.resolve("trade.out");
        String key = topics.prefix() + KEY;
        BoxedAccount account = exchange.open(key, SECRET, OrderPlan.none());
        hasTradedForAWhile(data);
        decides(topics, "GATED", Side.BUY, System.currentTimeMillis(), true);
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dai.djl.offline=true",
                        "-Dcst.home=" + Answer.home(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.cryptosmarttrader.app.Cst",
                        "trade",
                        "--bootstrap",
                        broker.bootstrap(),
                        "--data",
                        data.toString(),
                        "--set",
                        "ingest.topic.prefix=" + topics.prefix(),
                        "--set",
                        "trading.rest=" + exchange.http())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        program.environment().put(ApiKey.KEY, key);
        program.environment().put(ApiKey.SECRET, SECRET);
        Process process = program.start();
        try {
            long until = System.nanoTime() + PATIENCE;
            // the first check is that of the key
            while (account.checks() < 2 && process.isAlive() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(printed)
                .content()
                .contains("trade      orders of " + broker.bootstrap())
                .contains("blocked by MODE: mode in conf/trading.yaml is validate")
                .doesNotContain(SECRET);
        assertThat(account.checks()).isEqualTo(2);
        assertThat(account.orders()).isEmpty();
        assertThat(data.resolve("trade/journal.jsonl")).content().contains("the venue would have taken it");
    }
}
