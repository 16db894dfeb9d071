package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cryptosmarttrader.book.Broker;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.ingest.trading.ApiKey;
import org.cryptosmarttrader.ingest.trading.AuditedExecutions;
import org.cryptosmarttrader.ingest.trading.Block;
import org.cryptosmarttrader.ingest.trading.ExecutionSink;
import org.cryptosmarttrader.ingest.trading.Executor;
import org.cryptosmarttrader.ingest.trading.GatedOrder;
import org.cryptosmarttrader.ingest.trading.KrakenAccount;
import org.cryptosmarttrader.ingest.trading.Market;
import org.cryptosmarttrader.ingest.trading.OpenGates;
import org.cryptosmarttrader.ingest.trading.OrderJournal;
import org.cryptosmarttrader.ingest.trading.OrderTopic;
import org.cryptosmarttrader.ingest.trading.TradingState;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.audit.AuditLog;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import org.cryptosmarttrader.wire.conf.VenueSettings;
import org.cryptosmarttrader.wire.events.Topics;

/** Orders of the lane GATED from their topic to the venue, by one thread: that of who calls. Close it to stop it in order. */
public final class TradeRun implements AutoCloseable {

    /** Of everything it keeps, below the installation's data. */
    public static final String FOLDER = "trade";

    private static final Duration WAIT = Duration.ofMillis(200);
    /** Between two looks at what was sent, and two writings of the status. */
    private static final long TEND_MILLIS = 1_000;

    private static final long STATUS_MILLIS = 5_000;
    /** Between two looks at what blocks while no order comes: each is a call of the account's budget. */
    private static final long LOOK_MILLIS = 60_000;

    private final AuditLog audit;
    private final Path statusFile;
    private final OrderJournal journal;
    private final OrderTopic topic;
    private final Executor executor;
    private final IngestClock clock;
    private long tendAt;
    private long statusAt;
    private long lookAt;

    private TradeRun(
            AuditLog audit,
            Path statusFile,
            OrderJournal journal,
            OrderTopic topic,
            Executor executor,
            IngestClock clock) {
        this.audit = audit;
        this.statusFile = statusFile;
        this.journal = journal;
        this.topic = topic;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Finds out what became of the orders of before, and gets ready for new ones.
     *
     * @param broker who the books think executes orders of the lane GATED
     * @param ingest which pairs are of interest, and the names of the topics
     * @param data folder of the installation
     * @param environment may hold the key
     * @param sink where executions are reported, besides the audit log
     * @throws IOException if another program trades from this folder, its journal was altered, or a topic is not there
     */
    public static TradeRun start(
            VenueSettings settings,
            Broker broker,
            IngestSettings ingest,
            String bootstrap,
            Path data,
            Map<String, String> environment,
            IngestClock clock,
            ExecutionSink sink)
            throws IOException, InterruptedException {
        Path own = data.resolve(FOLDER);
        Topics topics = new Topics(ingest.topicPrefix());
        Optional<ApiKey> key = ApiKey.of(new Secrets(environment, data.resolve("secrets")));
        OrderJournal journal = OrderJournal.open(own, clock.millis());
        try {
            AuditLog audit = AuditLog.open(data.resolve(AuditTrail.FOLDER).resolve(FOLDER), clock::millis);
            audit.add("start", Map.of("mode", settings.mode().name(), "version", Version.program()));
            Venue venue = Venue.kraken(elsewhere(ingest.kraken(), settings.calls()), clock);
            OpenGates gates = new OpenGates();
            Executor executor = new Executor(
                    settings,
                    books(settings.mode(), broker),
                    journal,
                    KrakenAccount.open(settings.calls(), key, own, Version.userAgent(), clock, new SplittableRandom()),
                    new Market(venue.rest(), venue.rules()),
                    gates,
                    new AuditedExecutions(audit, sink),
                    clock);
            executor.start();
            // books that wait for the venue want to hear of every order, of the oldest, too, that it is not sent
            long oldest = settings.mode() == VenueSettings.Mode.LIVE
                    ? clock.millis()
                    : settings.order().oldestMillis();
            OrderTopic topic = OrderTopic.open(bootstrap, topics, own.resolve("offsets.json"), oldest, gates, clock);
            TradeRun run = new TradeRun(audit, own.resolve("status.json"), journal, topic, executor, clock);
            run.status();
            return run;
        } catch (IOException | InterruptedException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Books and venue have to mean the same orders. */
    private static List<Block> books(VenueSettings.Mode mode, Broker broker) {
        if (mode == VenueSettings.Mode.LIVE && broker != Broker.VENUE) {
            return List.of(new Block(
                    Block.Kind.BOOKS,
                    "broker in conf/execution.yaml is paper: the job fills orders by itself and would not hear"
                            + " of the venue's; set venue there, and begin the run of cst live anew"));
        }
        if (mode == VenueSettings.Mode.VALIDATE && broker == Broker.VENUE) {
            return List.of(new Block(
                    Block.Kind.BOOKS,
                    "broker in conf/execution.yaml is venue: orders of the job would stay open for ever while"
                            + " they are only checked; set paper there until mode is live"));
        }
        return List.of();
    }

    /** What is asked without a key is asked where orders go. */
    private static IngestSettings.Kraken elsewhere(IngestSettings.Kraken listened, VenueSettings.Calls calls) {
        return new IngestSettings.Kraken(
                calls.rest(),
                listened.socket(),
                listened.quote(),
                listened.leftOut(),
                listened.pairsEveryMillis(),
                listened.pairsPerConnection(),
                calls.connectMillis(),
                calls.readMillis(),
                listened.silenceMillis(),
                calls.attempts());
    }

    /** Why no order would be sent now. */
    public List<Block> blocks() throws InterruptedException {
        return executor.blocks();
    }

    public TradingState state() {
        return executor.state();
    }

    /** Deals with the orders that came, and with what was sent; waits a moment for more. To be called again and again. */
    public void step() throws IOException, InterruptedException {
        List<GatedOrder> orders = topic.poll(WAIT);
        for (GatedOrder order : orders) {
            executor.take(order);
        }
        if (!orders.isEmpty()) {
            topic.keep();
        }
        if (clock.millis() >= tendAt) {
            executor.tend();
            tendAt = clock.millis() + TEND_MILLIS;
        }
        if (clock.millis() >= statusAt) {
            status();
        }
    }

    private void status() throws IOException, InterruptedException {
        if (clock.millis() >= lookAt) {
            executor.blocks();
            lookAt = clock.millis() + LOOK_MILLIS;
        }
        Json.replace(statusFile, executor.state());
        statusAt = clock.millis() + STATUS_MILLIS;
    }

    @Override
    public void close() throws IOException {
        try (journal;
                topic) {
            executor.stop();
            Json.replace(statusFile, executor.state());
            audit.add("stop", Map.of("sent", executor.state().sent()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
