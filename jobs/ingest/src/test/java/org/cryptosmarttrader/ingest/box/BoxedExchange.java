package org.cryptosmarttrader.ingest.box;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cryptosmarttrader.ingest.net.IngestClock;

/**
 * The venue's private side: a server on loopback with accounts by key. It checks signatures and nonces as the venue's guide has it,
 * loses replies by plan, and can be down. Beside it the public calls of {@link BoxedRest}.
 */
public final class BoxedExchange implements AutoCloseable {

    private static final String METHOD = "/0/private/";

    private final IngestClock clock;
    private final Javalin server;
    private final Map<String, BoxedAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile long downUntil;
    private volatile long downBehindOrder;
    private volatile boolean holdsOrders;

    /** @param plan of the public calls */
    public BoxedExchange(List<BoxedPair> pairs, FaultPlan plan, IngestClock clock) {
        this.clock = clock;
        BoxedRest rest = new BoxedRest(pairs, clock, plan);
        JavalinLogger.enabled = false;
        server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.http.disableCompression();
            config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
        });
        server.get("/0/public/{method}", call -> {
            if (!isDown(call)) {
                rest.answer(call);
            }
        });
        server.post(METHOD + "{method}", this::answer);
        server.start("127.0.0.1", 0);
    }

    /** Where REST is. */
    public URI http() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * Opens an account.
     *
     * @param key name of its key
     * @param secret base64
     */
    public BoxedAccount open(String key, String secret, OrderPlan plan) {
        BoxedAccount account = new BoxedAccount(clock, key, plan);
        secrets.put(key, Base64.getDecoder().decode(secret));
        accounts.put(key, account);
        return account;
    }

    /** Nobody answers until then, epoch milliseconds. */
    public void down(long until) {
        downUntil = until;
    }

    /** The same from behind the next order on. */
    public void downBehindNextOrder(long until) {
        downBehindOrder = until;
    }

    /** From now on orders are taken and executed, and their replies never come. */
    public void holdReplies() {
        holdsOrders = true;
    }

    /** Waits until an order was taken whose reply is held; false if none was. */
    public boolean awaitHeld(long patience, TimeUnit unit) throws InterruptedException {
        return held.await(patience, unit);
    }

    private boolean isDown(Context call) {
        boolean isDown = clock.millis() < downUntil;
        if (isDown) {
            call.status(503).result("<html>Service Unavailable</html>");
        }
        return isDown;
    }

    private void answer(Context call) throws Exception {
        if (isDown(call)) {
            return;
        }
        String body = call.body();
        Map<String, String> fields = fields(body);
        String key = String.valueOf(call.header("API-Key"));
        String method = call.path().substring(METHOD.length());
        call.contentType("application/json");
        BoxedAccount account = accounts.get(key);
        if (account == null) {
            call.result(BoxedRest.error("EAPI:Invalid key"));
            return;
        }
        if (!isSigned(call, key, fields.get("nonce"), body)) {
            call.result(BoxedRest.error("EAPI:Invalid signature"));
            return;
        }
        String refusal = account.refusal(method, Long.parseLong(fields.get("nonce")));
        if (refusal.isEmpty()) {
            deal(call, account, method, fields);
        } else {
            call.result(BoxedRest.error(refusal));
        }
    }

    private void deal(Context call, BoxedAccount account, String method, Map<String, String> fields)
            throws IOException {
        boolean isOrder = method.equals("AddOrder") && !fields.containsKey("validate");
        if (isOrder && holdsOrders) {
            account.answer(method, fields);
            held.countDown();
            BoxedRest.send(call, HttpFault.NO_ANSWER, new byte[0]);
            return;
        }
        if (isOrder && downBehindOrder > 0) {
            downUntil = downBehindOrder;
        }
        OrderFault fault = method.equals("AddOrder") && !isOrder ? OrderFault.NONE : account.nextFault(method);
        String reply =
                switch (fault) {
                    case LOST_REQUEST -> "";
                    case DELAYED -> {
                        account.delay(fields);
                        yield "";
                    }
                    case BUSY_BEFORE -> BoxedRest.error("EService:Busy");
                    case REFUSED -> BoxedRest.error("EOrder:Insufficient funds");
                    case BUSY_AFTER -> {
                        account.answer(method, fields);
                        yield BoxedRest.error("EService:Busy");
                    }
                    default -> account.answer(method, fields);
                };
        HttpFault transport =
                switch (fault) {
                    case LOST_REPLY, LOST_REQUEST, DELAYED -> HttpFault.RESET;
                    case FRONT_AFTER -> HttpFault.WEB_SERVER_ERROR;
                    default -> HttpFault.NONE;
                };
        String shown = fault == OrderFault.GARBAGE_AFTER ? reply.substring(0, reply.length() / 2) : reply;
        BoxedRest.send(call, transport, shown.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isSigned(Context call, String key, String nonce, String body) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest((nonce + body).getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(secrets.get(key), "HmacSHA512"));
        mac.update(call.path().getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(hash)).equals(call.header("API-Sign"));
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : body.split("&")) {
            int equals = field.indexOf('=');
            fields.put(
                    field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop();
    }
}
