package org.cryptosmarttrader.ingest.box;

import io.javalin.Javalin;
import io.javalin.util.JavalinLogger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.jetty.websocket.server.config.JettyWebSocketServletContainerInitializer;

/**
 * The venue: a server, the market it replays, and the clock its client lives by. One thread, the test's, drives it.
 *
 * <p>{@link #advanceTo} goes from one instant at which something is due to the next: what the market does, then each thread
 * of the client that waits for this instant, one after another. After both, the two sides settle: no thread of the client
 * runs, and nothing is on a wire.
 */
public final class BoxedVenue implements AutoCloseable {

    private final BoxedClock clock;
    private final BoxedRest rest;
    private final BoxedMarket market;
    private final Javalin server;
    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Wire> opening = new ConcurrentLinkedQueue<>();
    private final List<String> messages = new ArrayList<>();
    private final AtomicLong wires = new AtomicLong();

    private record Heard(Wire wire, String message) {}

    /** @param start the market's time at first, epoch milliseconds; trades of before have happened */
    public BoxedVenue(List<BoxedPair> pairs, FaultPlan plan, long start) {
        this(pairs, plan, start, 1_000);
    }

    /** @param heartbeatMillis without anything else to send, after which the socket says that it lives */
    public BoxedVenue(List<BoxedPair> pairs, FaultPlan plan, long start, long heartbeatMillis) {
        clock = new BoxedClock(start);
        rest = new BoxedRest(pairs, clock, plan);
        market = new BoxedMarket(pairs, clock, plan, heartbeatMillis);
        JavalinLogger.enabled = false;
        server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.http.disableCompression();
            config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
            config.jetty.modifyServletContextHandler(
                    context -> JettyWebSocketServletContainerInitializer.configure(context, (servlets, container) -> {
                        container.addMapping("/v2", (request, response) -> open());
                    }));
        });
        server.get("/0/public/{method}", rest::answer);
        server.start("127.0.0.1", 0);
    }

    private Wire open() {
        Wire wire = new Wire(wires.incrementAndGet(), (from, message) -> heard.add(new Heard(from, message)));
        opening.add(wire);
        return wire;
    }

    public BoxedClock clock() {
        return clock;
    }

    /** Where REST is, e.g. {@code http://127.0.0.1:41234}. */
    public URI http() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Where the WebSocket is. */
    public URI socket() {
        return URI.create("ws://127.0.0.1:%d/v2".formatted(server.port()));
    }

    /** Requests of REST so far, with their queries, in order. */
    public List<String> requests() {
        return rest.requests();
    }

    /** What was said over the WebSocket so far, of all connections. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** Connections opened so far. */
    public long connections() {
        return wires.get();
    }

    /**
     * Tells how many connections the client knows it has lost: this side may be done with one that it closed before the
     * other side has noticed.
     */
    public void countLosses(LongSupplier losses) {
        market.countLosses(losses);
    }

    /** Returns when no thread of the client runs and nothing is on a wire. */
    public void settle() {
        try {
            boolean hasMoved = true;
            while (hasMoved) {
                clock.awaitIdle();
                hasMoved = welcome() | hear();
                hasMoved |= market.flush();
                hasMoved |= !heard.isEmpty() || !opening.isEmpty();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test was interrupted", e);
        }
    }

    private boolean welcome() throws InterruptedException {
        List<Wire> opened = new ArrayList<>();
        for (Wire wire = opening.poll(); wire != null; wire = opening.poll()) {
            wire.awaitOpen();
            opened.add(wire);
        }
        for (Wire wire : opened) {
            market.welcome(wire);
        }
        return !opened.isEmpty();
    }

    /** By connection: which of two connections was faster is not seen. */
    private boolean hear() throws InterruptedException {
        List<Heard> all = new ArrayList<>();
        for (Heard next = heard.poll(); next != null; next = heard.poll()) {
            all.add(next);
        }
        all.sort(Comparator.comparingLong(next -> next.wire().number));
        for (Heard next : all) {
            messages.add(next.message());
            market.hear(next.wire(), next.message());
        }
        return !all.isEmpty();
    }

    /** Lets the market's time pass, up to this instant with all that is due at it. */
    public void advanceTo(long millis) {
        try {
            settle();
            for (long next = next(); next <= millis; next = next()) {
                clock.set(Math.max(next, clock.millis()));
                market.act();
                settle();
                while (clock.wakeOne()) {
                    clock.awaitIdle();
                }
                settle();
            }
            clock.set(Math.max(millis, clock.millis()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test was interrupted", e);
        }
    }

    private long next() {
        return Math.min(clock.nextWake(), market.nextDue());
    }

    @Override
    public void close() {
        server.stop();
    }
}
