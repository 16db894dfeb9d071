package org.cryptosmarttrader.ingest.box;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * When what goes wrong. Faults of requests and messages are drawn one after another; maintenance and storms are spans of
 * market time. The same seed gives the same plan. Not thread-safe; the venue asks under its lock.
 */
public final class FaultPlan {

    private static final double HTTP_SHARE = 0.3;
    private static final double FRAME_SHARE = 0.1;

    private final SplittableRandom random;
    private final long from;
    private final long until;
    private final ArrayDeque<HttpFault> http = new ArrayDeque<>();
    private final ArrayDeque<FrameFault> frames = new ArrayDeque<>();
    private final Map<HttpFault, Integer> httpDrawn = new EnumMap<>(HttpFault.class);
    private final Map<FrameFault, Integer> framesDrawn = new EnumMap<>(FrameFault.class);
    private final Map<String, Long> refused = new TreeMap<>();
    private Span maintenance = Span.NEVER;
    private Span storm = Span.NEVER;
    private Span busy = Span.NEVER;

    private record Span(long from, long until) {

        static final Span NEVER = new Span(Long.MAX_VALUE, Long.MAX_VALUE);

        boolean holds(long now) {
            return now >= from && now < until;
        }
    }

    private FaultPlan(SplittableRandom random, long from, long until) {
        this.random = random;
        this.from = from;
        this.until = until;
    }

    /** Nothing goes wrong. */
    public static FaultPlan none() {
        return new FaultPlan(new SplittableRandom(0), Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * All kinds of faults within a span of market time; none outside, so that a run can end in order.
     *
     * @param from epoch milliseconds
     * @param until epoch milliseconds
     */
    public static FaultPlan seeded(long seed, long from, long until) {
        SplittableRandom random = new SplittableRandom(seed);
        FaultPlan plan = new FaultPlan(random, from, until);
        long length = until - from;
        long first = from + random.nextLong(length / 2);
        plan.maintenance(first, first + 1 + random.nextLong(length / 10));
        long second = from + length / 2 + random.nextLong(length / 4);
        plan.storm(second, second + 1 + random.nextLong(length / 10));
        return plan;
    }

    /** The next requests fare so, in this order. */
    public FaultPlan http(HttpFault... faults) {
        http.addAll(List.of(faults));
        return this;
    }

    /** The next messages of trades fare so, in this order. */
    public FaultPlan frames(FrameFault... faults) {
        frames.addAll(List.of(faults));
        return this;
    }

    /** The venue says so, closes all connections and answers no request but that for its state. */
    public FaultPlan maintenance(long begin, long end) {
        maintenance = new Span(begin, end);
        return this;
    }

    /** No request is answered but with {@code EService:Busy}. */
    public FaultPlan busy(long begin, long end) {
        busy = new Span(begin, end);
        return this;
    }

    /** Each connection is closed as soon as it stands. */
    public FaultPlan storm(long begin, long end) {
        storm = new Span(begin, end);
        return this;
    }

    /** Until then nobody may subscribe to this symbol, e.g. {@code BTC/USD}. */
    public FaultPlan refused(String symbol, long until) {
        refused.put(symbol, until);
        return this;
    }

    boolean isRefused(String symbol, long now) {
        return now < refused.getOrDefault(symbol, Long.MIN_VALUE);
    }

    HttpFault nextHttp(long now) {
        HttpFault drawn = http.isEmpty() ? drawnHttp(now) : http.poll();
        HttpFault fault = busy.holds(now) ? HttpFault.BUSY : drawn;
        httpDrawn.merge(fault, 1, Integer::sum);
        return fault;
    }

    /** Those that cost real time, since the client's own patience has to run out, are met less often. */
    private HttpFault drawnHttp(long now) {
        HttpFault fault = drawn(HttpFault.values(), HttpFault.NONE, HTTP_SHARE, now);
        boolean isSlow = fault == HttpFault.NO_ANSWER || fault == HttpFault.SLOW_LORIS;
        return isSlow && random.nextInt(4) > 0 ? HttpFault.RESET : fault;
    }

    FrameFault nextFrame(long now) {
        FrameFault fault =
                frames.isEmpty() ? drawn(FrameFault.values(), FrameFault.NONE, FRAME_SHARE, now) : frames.poll();
        framesDrawn.merge(fault, 1, Integer::sum);
        return fault;
    }

    private <F> F drawn(F[] faults, F none, double share, long now) {
        if (now < from || now >= until || random.nextDouble() >= share) {
            return none;
        }
        return Arrays.asList(faults).get(1 + random.nextInt(faults.length - 1));
    }

    boolean isMaintenance(long now) {
        return maintenance.holds(now);
    }

    boolean isStorm(long now) {
        return storm.holds(now);
    }

    /** The next instant after {@code now} at which maintenance or a storm begins or ends. */
    long nextChange(long now) {
        return List.of(maintenance.from, maintenance.until, storm.from, storm.until).stream()
                .filter(at -> at > now)
                .min(Long::compare)
                .orElse(Long.MAX_VALUE);
    }

    /** How often each fault was met, of requests and of messages. */
    public Map<String, Integer> met() {
        Map<String, Integer> met = new TreeMap<>();
        httpDrawn.forEach((fault, times) -> met.put("http " + fault, times));
        framesDrawn.forEach((fault, times) -> met.put("frame " + fault, times));
        return met;
    }
}
