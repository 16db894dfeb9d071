package org.cryptosmarttrader.ingest.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** What the venue sends over its WebSocket as the market's time passes. Driven by one thread. */
final class BoxedMarket {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SNAPSHOT = 50;
    private static final long FAR = 1_000_000_000_000_000L;
    private static final long SILENCE_MILLIS = 7_000;
    private final List<BoxedPair> pairs;
    private final BoxedClock clock;
    private final FaultPlan plan;
    private final long heartbeatMillis;
    private final List<Due> dues = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private LongSupplier losses;
    private Wire speaking;
    private boolean wasMaintenance;
    private long changesSeenAt;
    private int sent;

    private record Due(BoxedPair pair, BoxedTrade trade) {

        long at() {
            return trade.dueMillis();
        }
    }

    BoxedMarket(List<BoxedPair> pairs, BoxedClock clock, FaultPlan plan, long heartbeatMillis) {
        this.pairs = pairs;
        this.clock = clock;
        this.plan = plan;
        this.heartbeatMillis = heartbeatMillis;
        pairs.forEach(pair -> pair.trades().forEach(trade -> dues.add(new Due(pair, trade))));
        dues.sort(Comparator.comparingLong(Due::at)
                .thenComparing(due -> due.pair().key())
                .thenComparingLong(due -> due.trade().id()));
        while (sent < dues.size() && dues.get(sent).at() <= clock.millis()) {
            sent++;
        }
        changesSeenAt = clock.millis();
    }

    void countLosses(LongSupplier counted) {
        losses = counted;
    }

    /** The next instant at which something is sent, epoch milliseconds. */
    long nextDue() {
        long next = plan.nextChange(changesSeenAt);
        if (sent < dues.size()) {
            next = Math.min(next, dues.get(sent).at());
        }
        for (Wire wire : wires) {
            next = Math.min(next, heartbeatAt(wire));
        }
        return next;
    }

    /** On the beat of the clock, unless something was said since. One that is silent speaks again with a heartbeat. */
    private long heartbeatAt(Wire wire) {
        boolean isSpeaking = !wire.trades.isEmpty() && wire.mutedUntil < Long.MAX_VALUE;
        long next = (Math.floorDiv(wire.lastSentAt, heartbeatMillis) + 1) * heartbeatMillis;
        return isSpeaking ? Math.max(next, wire.mutedUntil) : Long.MAX_VALUE;
    }

    /** Sends all that is due now. */
    void act() throws InterruptedException {
        long now = clock.millis();
        changesSeenAt = now;
        maintain(now);
        while (sent < dues.size() && dues.get(sent).at() <= now) {
            trade(now);
        }
        for (Wire wire : List.copyOf(wires)) {
            if (heartbeatAt(wire) <= now) {
                say(wire, "{\"channel\":\"heartbeat\"}");
            }
        }
    }

    private void maintain(long now) throws InterruptedException {
        boolean isMaintenance = plan.isMaintenance(now);
        if (isMaintenance == wasMaintenance) {
            return;
        }
        wasMaintenance = isMaintenance;
        for (Wire wire : List.copyOf(wires)) {
            say(wire, status());
            if (isMaintenance) {
                close(wire);
            }
        }
    }

    private String status() {
        return "{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"system\":\"%s\",\"api_version\":\"v2\",\"connection_id\":18409444206880552937,\"version\":\"2.0.10\"}]}"
                .formatted(plan.isMaintenance(clock.millis()) ? "maintenance" : "online");
    }

    void welcome(Wire wire) throws InterruptedException {
        wires.add(wire);
        say(wire, status());
        long now = clock.millis();
        if (plan.isMaintenance(now) || plan.isStorm(now)) {
            close(wire);
        }
    }

    /** Trades of one pair and millisecond travel together. */
    private void trade(long now) throws InterruptedException {
        Due first = dues.get(sent);
        List<BoxedTrade> together = new ArrayList<>();
        while (sent < dues.size()
                && dues.get(sent).pair() == first.pair()
                && dues.get(sent).at() == first.at()) {
            together.add(dues.get(sent++).trade());
        }
        String symbol = first.pair().symbol();
        for (Wire wire : List.copyOf(wires)) {
            if (wire.trades.contains(symbol)) {
                frame(wire, symbol, together, now);
            }
            if (wires.contains(wire) && wire.tickers.contains(symbol)) {
                say(wire, ticker(first.pair(), together.get(together.size() - 1)));
            }
        }
    }

    private static String trades(String symbol, String type, List<BoxedTrade> trades) {
        return "{\"channel\":\"trade\",\"type\":\"%s\",\"data\":[%s]}"
                .formatted(
                        type, trades.stream().map(trade -> trade.object(symbol)).collect(Collectors.joining(",")));
    }

    /** A book of one price: what was bid and asked is not among the recorded trades. */
    private static String ticker(BoxedPair pair, BoxedTrade trade) {
        return "{\"channel\":\"ticker\",\"type\":\"update\",\"data\":[{\"symbol\":\"%s\",\"bid\":%s,\"bid_qty\":%s,\"ask\":%s,\"ask_qty\":%s,\"last\":%s,\"volume\":1.0}]}"
                .formatted(
                        pair.symbol(), trade.price(), trade.quantity(), trade.price(), trade.quantity(), trade.price());
    }

    private void frame(Wire wire, String symbol, List<BoxedTrade> together, long now) throws InterruptedException {
        String frame = trades(symbol, "update", together);
        switch (plan.nextFrame(now)) {
            case NONE -> say(wire, frame);
            case MISSING -> {}
            case DUPLICATE -> {
                say(wire, frame);
                say(wire, frame);
            }
            case REORDERED -> {
                release(wire);
                wire.held = frame;
            }
            case IN_PARTS -> {
                if (isHeard(wire)) {
                    takeTurns(wire);
                    wire.sendInParts(frame);
                }
                release(wire);
            }
            case CUT -> say(wire, frame.substring(0, frame.length() / 2));
            case GARBAGE -> {
                say(wire, "\u0000<html>");
                say(wire, frame);
            }
            case FAR_ID -> {
                BoxedTrade last = together.get(together.size() - 1);
                say(wire, trades(symbol, "update", List.of(last.withId(last.id() + FAR))));
                say(wire, frame);
            }
            case CLOSED -> close(wire);
            case DEAD -> wire.mutedUntil = Long.MAX_VALUE;
            case SILENCE -> wire.mutedUntil = now + SILENCE_MILLIS;
        }
    }

    private void say(Wire wire, String message) throws InterruptedException {
        if (isHeard(wire)) {
            takeTurns(wire);
            wire.send(message);
        }
        release(wire);
    }

    /** Which of two connections is faster must not be seen: the second speaks when the first was heard. */
    private void takeTurns(Wire wire) throws InterruptedException {
        if (speaking != null && speaking != wire) {
            flush(speaking);
        }
        speaking = wire;
    }

    private boolean isHeard(Wire wire) {
        if (clock.millis() < wire.mutedUntil) {
            return false;
        }
        wire.lastSentAt = clock.millis();
        return true;
    }

    private void release(Wire wire) throws InterruptedException {
        if (wire.held != null) {
            String late = wire.held;
            wire.held = null;
            say(wire, late);
        }
    }

    /** Returns when the client knows. */
    private void close(Wire wire) throws InterruptedException {
        flush(wire);
        wires.remove(wire);
        if (wire.isOver()) {
            return;
        }
        long before = losses == null ? 0 : losses.getAsLong();
        wire.close();
        wire.awaitOver();
        long giveUp = System.nanoTime() + Patience.NANOS;
        while (losses != null && losses.getAsLong() == before) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError(
                        "the client did not notice that connection %d is closed".formatted(wire.number));
            }
            Thread.onSpinWait();
        }
    }

    private static void flush(Wire wire) throws InterruptedException {
        wire.ping();
        wire.awaitPong();
    }

    /** All that was sent is taken in; whether a wire was found to be gone. */
    boolean flush() throws InterruptedException {
        speaking = null;
        wires.forEach(Wire::ping);
        for (Wire wire : wires) {
            wire.awaitPong();
        }
        return wires.removeIf(Wire::isOver);
    }

    void hear(Wire wire, String message) throws InterruptedException {
        try {
            JsonNode request = MAPPER.readTree(message);
            switch (request.path("method").asText()) {
                case "ping" -> say(wire, "{\"method\":\"pong\"}");
                case "subscribe", "unsubscribe" -> subscribe(wire, request);
                default -> say(wire, "{\"error\":\"Unsupported method\",\"success\":false}");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void subscribe(Wire wire, JsonNode request) throws InterruptedException {
        String channel = request.path("params").path("channel").asText();
        boolean isOn = request.path("method").asText().equals("subscribe");
        for (JsonNode symbol : request.path("params").path("symbol")) {
            BoxedPair pair = pairs.stream()
                    .filter(candidate -> candidate.symbol().equals(symbol.asText()))
                    .filter(candidate -> candidate.isKnown(clock.millis()))
                    .filter(candidate -> !plan.isRefused(candidate.symbol(), clock.millis()))
                    .findFirst()
                    .orElse(null);
            if (pair == null && isOn) {
                say(wire, refusal(symbol.asText(), request));
            } else {
                say(wire, agreement(channel, symbol.asText(), request));
                follow(wire, channel, symbol.asText(), isOn);
                if (isOn && channel.equals("trade")) {
                    say(wire, trades(pair.symbol(), "snapshot", lastTrades(pair)));
                }
            }
        }
    }

    private static void follow(Wire wire, String channel, String symbol, boolean isOn) {
        var topics = channel.equals("trade") ? wire.trades : wire.tickers;
        if (isOn) {
            topics.add(symbol);
        } else {
            topics.remove(symbol);
        }
    }

    private List<BoxedTrade> lastTrades(BoxedPair pair) {
        List<BoxedTrade> past = pair.trades().stream()
                .filter(trade -> trade.dueMillis() <= clock.millis())
                .toList();
        return past.subList(Math.max(0, past.size() - SNAPSHOT), past.size());
    }

    private static String agreement(String channel, String symbol, JsonNode request) {
        return "{\"method\":\"%s\",\"req_id\":%d,\"success\":true,\"result\":{\"channel\":\"%s\",\"symbol\":\"%s\",\"snapshot\":true}}"
                .formatted(
                        request.path("method").asText(), request.path("req_id").asLong(), channel, symbol);
    }

    private static String refusal(String symbol, JsonNode request) {
        return "{\"method\":\"subscribe\",\"req_id\":%d,\"success\":false,\"error\":\"Currency pair not supported %s\",\"symbol\":\"%s\"}"
                .formatted(request.path("req_id").asLong(), symbol, symbol);
    }
}
