package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.box.BoxedAccount;
import org.cryptosmarttrader.ingest.box.BoxedExchange;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.box.OrderPlan;
import org.cryptosmarttrader.ingest.kraken.KrakenRest;
import org.cryptosmarttrader.ingest.kraken.ListRules;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.wire.conf.VenueReader;
import org.cryptosmarttrader.wire.conf.VenueSettings;

/** A trading desk at the venue in the box, where Bitcoin costs 150 and Ether 120. */
final class Desk implements AutoCloseable {

    /** 2025-11-11T00:00:00Z. */
    static final long START = 1_762_819_200_000L;

    /** When the desk's journals began, unless a test begins them itself: an hour before. */
    static final long BEGUN = START - 3_600_000;

    /** Base64 of "no secret but a test". */
    static final String SECRET = "bm8gc2VjcmV0IGJ1dCBhIHRlc3Q=";

    static final BigDecimal BITCOIN = new BigDecimal("150.00");

    private final BoxedExchange exchange;
    private final IngestClock clock;
    private final HttpSource account;
    private final Market market;

    Desk(IngestClock venue, IngestClock clock) {
        this(venue, clock, FaultPlan.none());
    }

    /**
     * @param venue the venue's time
     * @param clock the desk's
     * @param plan of public calls
     */
    Desk(IngestClock venue, IngestClock clock, FaultPlan plan) {
        this.clock = clock;
        this.exchange =
                new BoxedExchange(List.of(traded("BTC/USD", "150.00"), traded("ETH/USD", "120.00")), plan, venue);
        this.account = source("kraken account");
        this.market = new Market(
                new KrakenRest(source("kraken"), 3, clock, new Random(5)), new ListRules("ZUSD", Set.of(), 3_600_000));
    }

    private static BoxedPair traded(String symbol, String price) {
        return BoxedPair.always(symbol, List.of(new BoxedTrade(1, (START - 1_000) * 1_000_000, price, "1", 'b')));
    }

    private HttpSource source(String name) {
        return new HttpSource(
                new HttpSource.Settings(name, exchange.http(), 2_000, 4_000, "CryptoSmartTrader/test", 1 << 20),
                List.of(),
                clock);
    }

    BoxedExchange exchange() {
        return exchange;
    }

    BoxedAccount open(String key, OrderPlan plan) {
        return exchange.open(key, SECRET, plan);
    }

    /** Those of conf/trading.yaml, for real orders. */
    static VenueSettings live() {
        return settings(Map.of("mode", "live"));
    }

    static VenueSettings settings(Map<String, String> changed) {
        return VenueReader.read(Path.of("../../conf"), changed);
    }

    /** An executor over a journal; close it, or leave it as a killed one. */
    record Trader(OrderJournal journal, Executor executor) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            journal.close();
        }
    }

    Trader trader(Path folder, String key, VenueSettings settings, ExecutionSink sink) throws IOException {
        return trader(folder, Optional.of(new ApiKey(key, SECRET)), settings, order -> Optional.empty(), sink);
    }

    Trader trader(Path folder, Optional<ApiKey> key, VenueSettings settings, Gates gates, ExecutionSink sink)
            throws IOException {
        OrderJournal journal = OrderJournal.open(folder, BEGUN);
        try {
            return new Trader(journal, executor(folder, key, settings, gates, sink, journal));
        } catch (IOException | RuntimeException | Error e) {
            journal.close();
            throw e;
        }
    }

    private Executor executor(
            Path folder,
            Optional<ApiKey> key,
            VenueSettings settings,
            Gates gates,
            ExecutionSink sink,
            OrderJournal journal)
            throws IOException {
        VenueSettings.Calls calls = settings.calls();
        KrakenAccount signed = new KrakenAccount(
                account,
                calls.attempts(),
                key,
                Nonces.open(folder.resolve("nonce"), clock),
                new TokenBucket(calls.perSecond().doubleValue(), calls.burst(), clock),
                clock,
                new Random(7));
        return new Executor(settings, List.of(), journal, signed, market, gates, sink, clock);
    }

    /** A row of the topic: decided at an instant. */
    static GatedOrder order(String pair, Side side, String quantity, BigDecimal close, long tick) {
        return new GatedOrder(
                "GATED:%s:%d:%s".formatted(pair, tick, side), pair, side, new BigDecimal(quantity), close, tick);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
