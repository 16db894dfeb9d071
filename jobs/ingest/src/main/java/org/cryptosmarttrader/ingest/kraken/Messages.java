package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;

/** Reads the messages of one connection and tells the handler. Not thread-safe. */
final class Messages {

    private static final long CLOCK_TOLERANCE = TimeUnit.MINUTES.toMillis(5);

    private final Subscriptions subscriptions;
    private final IngestClock clock;
    private final Handler handler;
    private long odd;
    private String system = "";

    Messages(Subscriptions subscriptions, IngestClock clock, Handler handler) {
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.handler = handler;
    }

    /** Messages and elements of messages that could not be understood. */
    long odd() {
        return odd;
    }

    /** The venue's state as it last said; empty before. */
    String system() {
        return system;
    }

    void take(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        try {
            JsonNode message = KrakenJson.tree(json);
            switch (message.path("channel").asText("")) {
                case Topic.TRADE -> trades(message, json);
                case Topic.TICKER -> message.path("data").forEach(ticker -> ticker(ticker, json));
                case "status" -> message.path("data").forEach(this::status);
                case "heartbeat" -> {} // that it came is all it says
                default -> answer(message);
            }
        } catch (SourceException e) {
            odd++;
        }
    }

    private void trades(JsonNode message, byte[] json) throws SourceException {
        List<byte[]> elements = KrakenJson.arrays(json).getOrDefault("data", List.of());
        long latest = clock.millis() + CLOCK_TOLERANCE;
        List<Trade> trades = new ArrayList<>(elements.size());
        for (byte[] element : elements) {
            trade(element, latest).ifPresent(trades::add);
        }
        if (!trades.isEmpty()) {
            handler.trades(trades, message.path("type").asText().equals("snapshot"));
        }
    }

    /** An odd one is left out: its id will be missing, and is then asked for. */
    private Optional<Trade> trade(byte[] element, long latest) {
        try {
            JsonNode object = KrakenJson.tree(element);
            Optional<TradedPair> pair = subscriptions.pair(object.path("symbol").asText());
            return pair.isEmpty()
                    ? Optional.empty()
                    : Optional.of(TradeForms.object(pair.get().pair(), object, element, latest));
        } catch (SourceException e) {
            odd++;
            return Optional.empty();
        }
    }

    private void ticker(JsonNode ticker, byte[] message) {
        Optional<TradedPair> pair = subscriptions.pair(ticker.path("symbol").asText());
        if (pair.isEmpty()) {
            return;
        }
        try {
            handler.ticker(new Ticker(
                    pair.get().pair(),
                    KrakenJson.notNegative(ticker.get("bid"), "bid"),
                    KrakenJson.notNegative(ticker.get("bid_qty"), "bid_qty"),
                    KrakenJson.notNegative(ticker.get("ask"), "ask"),
                    KrakenJson.notNegative(ticker.get("ask_qty"), "ask_qty"),
                    KrakenJson.notNegative(ticker.get("last"), "last"),
                    clock.millis(),
                    message));
        } catch (SourceException e) {
            odd++;
        }
    }

    private void status(JsonNode status) {
        system = status.path("system").asText();
        handler.status(system);
    }

    private void answer(JsonNode message) {
        switch (message.path("method").asText("")) {
            case "subscribe" -> subscriptions.answered(message).ifPresent(this::tell);
            case "unsubscribe", "pong" -> {} // nothing waits for them
            default -> odd++;
        }
    }

    private void tell(Subscriptions.Verdict verdict) {
        String pair = subscriptions.pair(verdict.topic().stream()).orElseThrow().pair();
        if (!verdict.error().isEmpty()) {
            handler.refused(pair, "%s: %s".formatted(verdict.topic(), verdict.error()));
        } else if (verdict.topic().channel().equals(Topic.TRADE)) {
            handler.followed(pair);
        }
    }
}
