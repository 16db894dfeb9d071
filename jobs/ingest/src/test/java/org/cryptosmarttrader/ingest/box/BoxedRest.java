package org.cryptosmarttrader.ingest.box;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.eclipse.jetty.server.Request;

/** The venue's public REST calls, and what may go wrong with them. */
final class BoxedRest {

    private static final int PAGE = 1_000;
    private static final int NANO_DIGITS = 19;

    private final List<BoxedPair> pairs;
    private final IngestClock clock;
    private final FaultPlan plan;
    private final List<String> requests = new ArrayList<>();

    BoxedRest(List<BoxedPair> pairs, IngestClock clock, FaultPlan plan) {
        this.pairs = pairs;
        this.clock = clock;
        this.plan = plan;
    }

    /** What was asked, in order. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    void answer(Context call) throws IOException {
        HttpFault fault;
        String body;
        synchronized (this) {
            String query = call.queryString() == null ? "" : "?" + call.queryString();
            requests.add(call.path() + query);
            fault = plan.nextHttp(clock.millis());
            body = body(call, fault);
        }
        // a connection of its own for each request: the client repeats none behind our back
        call.header("Connection", "close").contentType("application/json");
        send(call, fault, body.getBytes(StandardCharsets.UTF_8));
    }

    /** What is sent instead of a body, or the body. */
    static void send(Context call, HttpFault fault, byte[] body) throws IOException {
        switch (fault) {
            case NO_ANSWER -> call.future(CompletableFuture::new);
            case SLOW_LORIS -> drip(call.res());
            case RESET -> abort(call);
            case HALF_BODY -> {
                call.res().setContentLength(body.length);
                call.res().getOutputStream().write(body, 0, body.length / 2);
                call.res().flushBuffer();
                abort(call);
            }
            case TOO_MANY_REQUESTS ->
                call.status(429).header("Retry-After", "2").result("slow down");
            case UNAVAILABLE -> call.status(503).result("<html>Service Unavailable</html>");
            case WEB_SERVER_ERROR -> call.status(520).result("<html>Web server is returning an unknown error</html>");
            default -> call.result(body);
        }
    }

    private static void abort(Context call) {
        Request.getBaseRequest(call.req()).getHttpChannel().abort(new IOException("a fault of the plan"));
    }

    /** Until the client has enough of it. */
    private static void drip(HttpServletResponse response) {
        try {
            response.setContentLength(1 << 20);
            for (int i = 0; i < 1_000; i++) {
                response.getOutputStream().write(' ');
                response.flushBuffer();
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (IOException e) {
            return; // it has
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(Context call, HttpFault fault) {
        return switch (fault) {
            case GARBAGE -> "{\"error\":[],\"result\":{\"XXBTZUSD\":[[\"1,";
            case RATE_LIMIT -> error("EAPI:Rate limit exceeded");
            case THROTTLED -> error("EService:Throttled: " + (clock.millis() / 1_000 + 3));
            case BUSY -> error("EService:Busy");
            case UNKNOWN_ERROR -> error("EGeneral:Something new");
            default -> result(call);
        };
    }

    private String result(Context call) {
        String method = call.path().substring(call.path().lastIndexOf('/') + 1);
        long now = clock.millis();
        if (method.equals("SystemStatus")) {
            return ok("{\"status\":\"%s\",\"timestamp\":\"%s\"}"
                    .formatted(plan.isMaintenance(now) ? "maintenance" : "online", Instant.ofEpochMilli(now)));
        }
        if (plan.isMaintenance(now)) {
            return error("EService:Unavailable");
        }
        return switch (method) {
            case "Time" -> ok("{\"unixtime\":%d}".formatted(now / 1_000));
            case "AssetPairs" ->
                ok(pairs.stream()
                        .filter(pair -> pair.isShown(now))
                        .map(pair -> pair.listing(now))
                        .collect(Collectors.joining(",", "{", "}")));
            case "Trades" -> trades(call, now);
            case "Ticker" -> ticker(call, now);
            default -> error("EGeneral:Unknown method");
        };
    }

    private String trades(Context call, long now) {
        return asked(call, now).map(pair -> page(pair, call, now)).orElseGet(() -> error("EQuery:Unknown asset pair"));
    }

    private Optional<BoxedPair> asked(Context call, long now) {
        String name = String.valueOf(call.queryParam("pair"));
        return pairs.stream()
                .filter(pair -> pair.isKnown(now)
                        && (pair.key().equals(name) || pair.altname().equals(name)))
                .findFirst();
    }

    /** Of a ticker, the last trade. */
    private String ticker(Context call, long now) {
        return asked(call, now)
                .flatMap(pair -> pair.trades().stream()
                        .filter(trade -> trade.dueMillis() <= now)
                        .reduce((before, after) -> after)
                        .map(last -> ok("{\"%s\":{\"c\":[\"%s\",\"%s\"]}}"
                                .formatted(pair.key(), last.price(), last.quantity()))))
                .orElseGet(() -> error("EQuery:Unknown asset pair"));
    }

    private static String page(BoxedPair pair, Context call, long now) {
        String since = call.queryParam("since");
        int count =
                Math.min(PAGE, call.queryParam("count") == null ? PAGE : Integer.parseInt(call.queryParam("count")));
        List<BoxedTrade> all = pair.trades().stream()
                .filter(trade -> trade.dueMillis() <= now && (since == null || trade.timeNanos() > nanos(since)))
                .toList();
        List<BoxedTrade> page = since == null
                ? all.subList(Math.max(0, all.size() - count), all.size())
                : all.subList(0, Math.min(count, all.size()));
        long last = page.isEmpty() ? nanos(since) : page.get(page.size() - 1).timeNanos();
        return ok("{\"%s\":[%s],\"last\":\"%d\"}"
                .formatted(pair.key(), page.stream().map(BoxedTrade::row).collect(Collectors.joining(",")), last));
    }

    private static long nanos(String since) {
        long value = since == null ? 0 : Long.parseLong(since);
        return since != null && since.length() < NANO_DIGITS ? TimeUnit.SECONDS.toNanos(value) : value;
    }

    static String ok(String result) {
        return "{\"error\":[],\"result\":" + result + "}";
    }

    static String error(String text) {
        return "{\"error\":[\"" + text + "\"]}";
    }
}
