package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.app.cluster.SentRows;
import org.cryptosmarttrader.app.runs.IngestRun;
import org.cryptosmarttrader.app.runs.TradeRun;
import org.cryptosmarttrader.book.Broker;
import org.cryptosmarttrader.ingest.box.BoxedAccount;
import org.cryptosmarttrader.ingest.box.BoxedExchange;
import org.cryptosmarttrader.ingest.box.BoxedOrder;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.box.OrderPlan;
import org.cryptosmarttrader.ingest.live.EventFeed;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.trading.ApiKey;
import org.cryptosmarttrader.ingest.trading.ClientOrderId;
import org.cryptosmarttrader.ingest.trading.KafkaExecutions;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.prediction.sinks.kafka.KafkaSinks;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import org.cryptosmarttrader.wire.conf.VenueReader;
import org.cryptosmarttrader.wire.events.RowCodec;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One way round: a market in a box, cst ingest, the topic of events, one running Flink job, the topics of orders and verdicts, cst
 * trade with real orders, a venue in a box, the topic of executions, cst ingest again, and the book of that same job. All of it is
 * what runs outside, over sockets and one broker, in one process and by the market's time; but for {@link GraphOfOneSignal}: what the
 * models say and the gates decide is made up, since gates that are open cannot be had in a minute.
 */
@DisplayName("An order of the lane GATED, to a venue and back to the book that made it")
class VenueFillITCase {

    /** 2022-06-01T00:00:00Z. */
    private static final long BEGIN = 1_654_041_600_000L;

    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    /** A day of hours lies before it: without a volatility nothing is bought. */
    private static final long TICK = HOURLY.tickOf(BEGIN + 26 * TickGrid.HOUR);

    /** Of venue and ingest: seldom, or the day before takes long. */
    private static final long BEAT = 4 * TickGrid.MINUTE;

    private static final String PAIR = "BTC/USD";
    private static final String ORDER = "GATED:%s:%d:BUY".formatted(PAIR, TICK);
    private static final Topics TOPICS = new Topics("filled.");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    /** Base64 of "no secret but a test". */
    private static final String SECRET = "bm8gc2VjcmV0IGJ1dCBhIHRlc3Q=";

    /** Accounts are not sent to Kafka; the job leaves them here. */
    private static final Queue<RowBatch> ACCOUNTS = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    private JobClient job;

    @BeforeEach
    void forget() {
        ACCOUNTS.clear();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private interface Step {
        void go() throws Exception;
    }

    private void until(String what, Condition condition, Step step) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE;
        while (!condition.holds()) {
            assertThat(job.getJobStatus().get().isGloballyTerminalState())
                    .as("the job has ended")
                    .isFalse();
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(giveUp);
            step.go();
        }
    }

    /** The market's time for whoever shares its thread: to wait is to let it pass. */
    private record Driven(BoxedVenue venue) implements IngestClock {

        @Override
        public long millis() {
            return venue.clock().millis();
        }

        @Override
        public void await(long until) {
            venue.advanceTo(until);
        }
    }

    /** A trade each ten minutes, of 15,000 dollars, up and down by a dime. */
    private static List<BoxedPair> market() {
        List<BoxedTrade> trades = new ArrayList<>();
        for (int number = 1; number <= 32 * 6; number++) {
            long at = BEGIN - TickGrid.HOUR + number * 10 * TickGrid.MINUTE;
            trades.add(new BoxedTrade(number, at * 1_000_000, number / 6 % 2 == 0 ? "150.00" : "150.10", "100", 'b'));
        }
        return List.of(BoxedPair.always(PAIR, trades));
    }

    private static IngestRun ingest(EmbeddedBroker broker, BoxedVenue venue, Path data) throws Exception {
        IngestSettings settings = IngestReader.read(
                Answer.home().resolve("conf"), BoxedSettings.of(venue, Map.of("topic.prefix", TOPICS.prefix())));
        return IngestRun.start(
                settings,
                HOURLY,
                broker.bootstrap(),
                data,
                OptionalLong.empty(),
                venue.clock(),
                venue.clock(),
                new EventFeed.Rhythm(BEAT, BEAT));
    }

    private static TradeRun trade(
            EmbeddedBroker broker, BoxedExchange exchange, BoxedVenue venue, KafkaExecutions executions, Path data)
            throws Exception {
        Path conf = Answer.home().resolve("conf");
        return TradeRun.start(
                VenueReader.read(
                        conf, Map.of("mode", "live", "rest", exchange.http().toString())),
                Broker.VENUE,
                IngestReader.read(conf, Map.of("topic.prefix", TOPICS.prefix())),
                broker.bootstrap(),
                data,
                Map.of(ApiKey.KEY, "key", ApiKey.SECRET, SECRET),
                new Driven(venue),
                executions);
    }

    private JobClient start(EmbeddedBroker broker) throws Exception {
        GraphSettings settings = GraphSettings.of(
                Configuration.read(
                        Answer.home().resolve("conf"),
                        Map.of(
                                "sources.feeds", "[{pairs: \"*/USD\", feed: \"kraken:trade\"}]",
                                "execution.broker", "venue",
                                "risk.portfolio.allocation", "none",
                                "strategy.use", "forecast")),
                List.of(),
                Long.MAX_VALUE);
        Sinks sinks = Sinks.all(List.of(
                new KafkaSinks(broker.bootstrap(), TOPICS, Datasets.all(settings.catalog()), Long.MIN_VALUE),
                new KeptAccounts()));
        // without checkpoints a failure ends it
        StreamExecutionEnvironment env =
                LocalJob.environment(JobSettings.once(2).forLive());
        new GraphOfOneSignal(
                        settings,
                        PAIR,
                        TICK,
                        new KafkaEvents(broker.bootstrap(), TOPICS.events(), Long.MIN_VALUE),
                        sinks)
                .addTo(env);
        return env.executeAsync("venue fill");
    }

    private record KeptAccounts() implements Sinks {

        @Override
        public void events(DataStream<Arrival> events) {
            // not looked at
        }

        @Override
        public void rows(DataStream<RowBatch> rows) {
            rows.filter(batch -> batch.dataset().equals("accounts"))
                    .map(
                            batch -> {
                                ACCOUNTS.add(batch);
                                return batch;
                            },
                            MessageType.of(RowBatch.class))
                    .sinkTo(new DiscardingSink<>());
        }
    }

    /** Rows sent so far of what a lane did, as texts by column. */
    private static List<Map<String, String>> sent(EmbeddedBroker broker, RowSchema schema, String lane)
            throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        RowCodec codec = new RowCodec(schema);
        try (SentRows all = new SentRows(broker.bootstrap(), TOPICS.of(schema.dataset()))) {
            for (byte[] message : all.byKey().values()) {
                rows.addAll(texts(codec.decode(message), schema, lane));
            }
        }
        return rows;
    }

    private static List<Map<String, String>> texts(RowBatch batch, RowSchema schema, String lane) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            Map<String, String> texts = new TreeMap<>();
            for (int column = 0; column < batch.width(); column++) {
                texts.put(schema.columns().get(column).name(), String.valueOf(batch.value(row, column)));
            }
            if (texts.get("lane").equals(lane)) {
                rows.add(texts);
            }
        }
        return rows;
    }

    private static boolean isBooked(EmbeddedBroker broker) throws IOException {
        return sent(broker, Datasets.ORDERS, "GATED").stream()
                        .anyMatch(row -> row.get("status").equals("CANCELLED"))
                && !sent(broker, Datasets.FILLS, "RESEARCH").isEmpty()
                && sent(broker, Datasets.FILLS, "GATED").stream()
                        .anyMatch(fill -> account(tick(fill)).isPresent());
    }

    private static long tick(Map<String, String> row) {
        return Long.parseLong(row.get("at"));
    }

    /** The account GATED in USD behind a tick. */
    private static Optional<Map<String, String>> account(long tick) {
        return ACCOUNTS.stream()
                .flatMap(batch -> texts(batch, Datasets.ACCOUNTS, "GATED").stream())
                .filter(row -> row.get("quote").equals("USD") && tick(row) == tick)
                .findFirst();
    }

    @Test
    void is_filled_late_and_in_part_and_booked_so() throws Exception {
        Path data = folder.resolve("data");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                BoxedVenue venue = new BoxedVenue(market(), FaultPlan.none(), BEGIN, BEAT);
                BoxedExchange exchange = new BoxedExchange(market(), FaultPlan.none(), venue.clock())) {
            TopicAdmin.ensure(broker.bootstrap(), TOPICS, 2);
            BoxedAccount account = exchange.open("key", SECRET, OrderPlan.late(20_000, new BigDecimal("0.4")));
            job = start(broker);
            try (IngestRun ingest = ingest(broker, venue, data);
                    KafkaExecutions executions = new KafkaExecutions(broker.bootstrap(), TOPICS.executions())) {
                venue.advanceTo(TICK - 5 * TickGrid.MINUTE);
                try (TradeRun trade = trade(broker, exchange, venue, executions, data)) {
                    assertThat(trade.blocks()).isEmpty();
                    Step second = () -> venue.advanceTo(venue.clock().millis() + 1_000);
                    until("the tick", () -> ingest.promised() > TICK, second);
                    until("the order", () -> trade.state().orders() > 0, trade::step);
                    assertThat(trade.state().standing()).isEqualTo(1);
                    until(
                            "the venue's last word",
                            () -> trade.state().standing() + trade.state().unreported() == 0,
                            () -> {
                                second.go();
                                trade.step();
                            });
                    assertThat(trade.state().sent()).isEqualTo(1);
                }
                until(
                        "the books to hear of it",
                        () -> isBooked(broker),
                        () -> venue.advanceTo(venue.clock().millis() + 2 * BEAT));
                booked(broker, account);
            } finally {
                job.cancel().get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static void booked(EmbeddedBroker broker, BoxedAccount account) throws Exception {
        List<BoxedOrder> orders = account.orders();
        assertThat(orders).singleElement().satisfies(order -> assertThat(order.clOrdId())
                .isEqualTo(ClientOrderId.of(ORDER)));
        BoxedOrder.Execution part = orders.get(0).executed(Long.MAX_VALUE).get(0);
        assertThat(part.volume()).as("0.4 of it").isLessThan(orders.get(0).volume());

        List<Map<String, String>> fills = sent(broker, Datasets.FILLS, "GATED");
        assertThat(fills).singleElement().satisfies(fill -> {
            assertThat(fill)
                    .containsEntry("order_id", ORDER)
                    .containsEntry("venue_fill", part.id())
                    .containsEntry("pair", PAIR)
                    .containsEntry("side", "BUY");
            assertThat(new BigDecimal(fill.get("quantity"))).isEqualByComparingTo(part.volume());
            assertThat(new BigDecimal(fill.get("price"))).isEqualByComparingTo(part.price());
            assertThat(new BigDecimal(fill.get("fee"))).isEqualByComparingTo(part.fee());
        });
        assertThat(sent(broker, Datasets.FILLS, "RESEARCH"))
                .as("the other lane is filled on paper")
                .isNotEmpty()
                .allSatisfy(fill -> assertThat(fill).containsEntry("venue_fill", "null"));
        assertThat(sent(broker, Datasets.ORDERS, "GATED"))
                .filteredOn(row -> row.get("order_id").equals(ORDER))
                .extracting(row -> row.get("status"))
                .containsExactlyInAnyOrder("NEW", "CANCELLED");

        long booked = tick(fills.get(0));
        assertThat(booked).as("at a tick behind the order's").isGreaterThan(TICK);
        assertThat(account(booked - TickGrid.HOUR).orElseThrow())
                .containsEntry("cash", "10000")
                .containsEntry("positions", "0");
        BigDecimal paid = part.price().multiply(part.volume()).add(part.fee());
        Map<String, String> after = account(booked).orElseThrow();
        assertThat(after).containsEntry("positions", "1");
        assertThat(new BigDecimal(after.get("cash"))).isEqualByComparingTo(new BigDecimal("10000").subtract(paid));
        System.out.printf(
                "venue fill: %s of %s booked at %s%n",
                part.volume(), orders.get(0).volume(), Instant.ofEpochMilli(booked));
    }
}
