package org.cryptosmarttrader.ingest.trading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.cryptosmarttrader.ingest.kraken.KrakenErrors;
import org.cryptosmarttrader.ingest.kraken.KrakenJson;
import org.cryptosmarttrader.ingest.net.Backoff;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.SourceReads;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.wire.conf.VenueSettings;

/**
 * Kraken's private calls, signed. Reads are repeated while that may help, each time with a new nonce; an order is sent once and
 * never again. Not thread-safe: nonces have one order.
 *
 * <p>Source: docs.kraken.com, REST authentication, trading and account data.
 */
public final class KrakenAccount {

    private static final String PATH = "/0/private/";

    private static final int LARGEST_REPLY = 8 << 20;

    /** Of QueryOrders and QueryTrades. */
    private static final int ORDERS_AT_ONCE = 50;

    private static final int TRADES_AT_ONCE = 20;

    /** After having asked too often. */
    private static final long FIRST_RATE_WAIT = 5_000;

    private static final long LONGEST_RATE_WAIT = 60_000;

    private final HttpSource source;
    private final SourceReads reads;
    private final Optional<ApiKey> key;
    private final Nonces nonces;
    private final IngestClock clock;
    private final RandomGenerator random;
    private final TokenBucket calls;

    /**
     * @param key without one each call is refused
     * @param calls the venue's call counter
     * @throws IllegalStateException if the JDK is told to repeat requests by itself
     */
    KrakenAccount(
            HttpSource source,
            int attempts,
            Optional<ApiKey> key,
            Nonces nonces,
            TokenBucket calls,
            IngestClock clock,
            RandomGenerator random) {
        String repeats = System.getProperty("jdk.httpclient.enableAllMethodRetry");
        if (repeats != null && !repeats.equals("false")) {
            throw new IllegalStateException(
                    "the system property jdk.httpclient.enableAllMethodRetry is set: an order could be sent twice;"
                            + " start without it");
        }
        this.source = source;
        this.reads = new SourceReads(source, attempts, clock, random);
        this.key = key;
        this.nonces = nonces;
        this.calls = calls;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The account of a key.
     *
     * @param folder the numbers of its calls lie in it
     * @throws IOException if the numbers of earlier calls cannot be read
     */
    public static KrakenAccount open(
            VenueSettings.Calls settings,
            Optional<ApiKey> key,
            Path folder,
            String userAgent,
            IngestClock clock,
            RandomGenerator random)
            throws IOException {
        HttpSource source = new HttpSource(
                new HttpSource.Settings(
                        "kraken account",
                        settings.rest(),
                        settings.connectMillis(),
                        settings.readMillis(),
                        userAgent,
                        LARGEST_REPLY),
                key.map(ApiKey::secrets).orElse(List.of()),
                clock);
        String whose = key.map(ApiKey::fingerprint).orElse("none");
        return new KrakenAccount(
                source,
                settings.attempts(),
                key,
                Nonces.open(folder.resolve("nonce-" + whose), clock),
                new TokenBucket(settings.perSecond().doubleValue(), settings.burst(), clock),
                clock,
                random);
    }

    SourceHealth.Snapshot health() {
        return reads.health().snapshot();
    }

    /**
     * Sends an order, once.
     *
     * @param deadline for the venue's engine, epoch milliseconds
     */
    Placement place(LimitOrder order, String clOrdId, long deadline) throws InterruptedException {
        Map<String, String> fields = fields(order);
        fields.put("cl_ord_id", clOrdId);
        fields.put("deadline", Instant.ofEpochMilli(deadline).toString());
        return send(fields, false);
    }

    /** Asks the venue whether it would take an order. Nothing is ordered. */
    Placement check(LimitOrder order) throws InterruptedException {
        Map<String, String> fields = fields(order);
        fields.put("validate", "true");
        return send(fields, true);
    }

    private static Map<String, String> fields(LimitOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("pair", order.key());
        fields.put("type", order.type());
        fields.put("ordertype", "limit");
        fields.put("price", order.limit().toPlainString());
        fields.put("volume", order.volume().toPlainString());
        fields.put("timeinforce", "IOC");
        // fees in the quote currency, as our books count them
        fields.put("oflags", "fciq");
        return fields;
    }

    private Placement send(Map<String, String> fields, boolean isCheck) throws InterruptedException {
        try {
            return Placement.of(
                    KrakenJson.tree(source.ask(signed("AddOrder", fields)).body()), isCheck);
        } catch (SourceException e) {
            boolean isUnsent = e.kind() == SourceException.Kind.DISABLED;
            return isUnsent
                    ? new Placement(Placement.Result.REJECTED, "", e.getMessage())
                    : Placement.unknown(e.getMessage());
        }
    }

    /** All open orders of the account. */
    List<VenueOrder> openOrders() throws SourceException, InterruptedException {
        return AccountJson.orders(read("OpenOrders", Map.of(), 1), "open");
    }

    /** Orders of that name among those that are open. */
    List<VenueOrder> openOrders(String clOrdId) throws SourceException, InterruptedException {
        return AccountJson.orders(read("OpenOrders", Map.of("cl_ord_id", clOrdId), 1), "open");
    }

    /** Orders of that name among those closed since an instant. */
    List<VenueOrder> closedOrders(String clOrdId, long since) throws SourceException, InterruptedException {
        List<VenueOrder> orders = new ArrayList<>();
        Map<String, String> asked = Map.of("cl_ord_id", clOrdId, "start", seconds(since), "closetime", "open");
        for (List<VenueOrder> page = null; page == null || !page.isEmpty(); orders.addAll(page)) {
            page = AccountJson.orders(read("ClosedOrders", with(asked, "ofs", orders.size()), 1), "closed");
        }
        return orders;
    }

    /** All trades of the account since an instant. A page may hold what the one before held: trades shift while one pages. */
    List<VenueTrade> trades(long since) throws SourceException, InterruptedException {
        Map<String, VenueTrade> trades = new LinkedHashMap<>();
        int read = 0;
        boolean isMore = true;
        while (isMore) {
            JsonNode result = read("TradesHistory", with(Map.of("start", seconds(since)), "ofs", read), 2);
            List<VenueTrade> page = AccountJson.trades(result.path("trades"));
            page.forEach(trade -> trades.put(trade.id(), trade));
            read += page.size();
            isMore = !page.isEmpty() && read < result.path("count").asInt(Integer.MAX_VALUE);
        }
        return List.copyOf(trades.values());
    }

    /** Orders by the venue's names; what it does not know is missing. */
    List<VenueOrder> orders(List<String> txids) throws SourceException, InterruptedException {
        List<VenueOrder> orders = new ArrayList<>();
        for (int from = 0; from < txids.size(); from += ORDERS_AT_ONCE) {
            String names = String.join(",", txids.subList(from, Math.min(txids.size(), from + ORDERS_AT_ONCE)));
            orders.addAll(AccountJson.orders(read("QueryOrders", Map.of("txid", names, "trades", "true"), 1)));
        }
        return orders;
    }

    /** Trades by their ids. */
    List<VenueTrade> tradesOf(List<String> ids) throws SourceException, InterruptedException {
        List<VenueTrade> trades = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += TRADES_AT_ONCE) {
            String names = String.join(",", ids.subList(from, Math.min(ids.size(), from + TRADES_AT_ONCE)));
            trades.addAll(AccountJson.trades(read("QueryTrades", Map.of("txid", names), 2)));
        }
        return trades;
    }

    /**
     * Tells the venue to cancel what is open unless it hears again.
     *
     * @param seconds from now; 0 never
     */
    void cancelAllAfter(long seconds) throws SourceException, InterruptedException {
        read("CancelAllOrdersAfter", Map.of("timeout", Long.toString(seconds)), 1);
    }

    private JsonNode read(String method, Map<String, String> fields, int cost)
            throws SourceException, InterruptedException {
        Backoff rateWaits = new Backoff(FIRST_RATE_WAIT, LONGEST_RATE_WAIT, random);
        KrakenErrors errors = new KrakenErrors(
                clock::millis, rateWaits::next, text -> reads.health().unknownError(text));
        TokenBucket[] budgets = new TokenBucket[cost];
        Arrays.fill(budgets, calls);
        return reads.read(
                () -> signed(method, fields),
                reply -> {
                    JsonNode envelope = KrakenJson.tree(reply.body());
                    if (envelope.path("error").path(0).asText().startsWith("EAPI:Invalid nonce")) {
                        // a call that was thought lost may have overtaken; the next number is higher
                        throw SourceException.retry(
                                "kraken: " + envelope.path("error").path(0).asText());
                    }
                    return errors.result(envelope);
                },
                budgets);
    }

    private Request signed(String method, Map<String, String> fields) throws SourceException {
        ApiKey given = key.orElseThrow(() -> SourceException.disabled(
                "kraken: no key; set %s and %s in the environment, or write each into a file of that name below <data>/secrets (chmod 600)"
                        .formatted(ApiKey.KEY, ApiKey.SECRET)));
        long nonce = nextNonce();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("nonce", Long.toString(nonce));
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String path = PATH + method;
        return Request.form(path, body).with("API-Key", given.name()).with("API-Sign", given.sign(path, nonce, body));
    }

    private long nextNonce() throws SourceException {
        try {
            return nonces.next();
        } catch (IOException e) {
            throw SourceException.disabled("kraken: the number of the call could not be kept (%s), so nothing was sent"
                    .formatted(e.getMessage()));
        }
    }

    private static Map<String, String> with(Map<String, String> fields, String name, int value) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(name, Integer.toString(value));
        return all;
    }

    private static String seconds(long millis) {
        return Long.toString(TimeUnit.MILLISECONDS.toSeconds(millis));
    }
}
