package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one connection has asked for and what was answered. There is one answer for each symbol: a bad one fails alone. What
 * is not answered or was refused is asked for again. Not thread-safe.
 */
final class Subscriptions {

    /** Symbols one request names. */
    private static final int BATCH = 50;

    private static final long ANSWER_MILLIS = 10_000;
    /** A pair that is new may not be known to all of the venue yet. */
    private static final long REFUSED_MILLIS = 600_000;

    private final SortedMap<String, TradedPair> wanted = new TreeMap<>();
    private final TreeSet<Topic> agreed = new TreeSet<>();
    private final TreeMap<Topic, String> refused = new TreeMap<>();
    private final TreeMap<Topic, Long> askedAt = new TreeMap<>();
    private final TreeMap<Long, String> channels = new TreeMap<>();
    private long lastRequest;

    /**
     * What an answer says of one symbol.
     *
     * @param error empty if the venue agrees
     */
    record Verdict(Topic topic, String error) {}

    void want(TradedPair pair) {
        wanted.put(pair.stream(), pair);
    }

    void leave(TradedPair pair) {
        wanted.remove(pair.stream());
        refused.keySet().removeIf(topic -> topic.stream().equals(pair.stream()));
    }

    /** The pair of a symbol, if it is wanted. */
    Optional<TradedPair> pair(String stream) {
        return Optional.ofNullable(wanted.get(stream));
    }

    List<TradedPair> wanted() {
        return List.copyOf(wanted.values());
    }

    /** A new connection knows of nothing that was agreed before. */
    void forget() {
        agreed.clear();
        refused.clear();
        askedAt.clear();
        channels.clear();
    }

    /** The next request to send; empty while all is answered or may still be. */
    Optional<String> next(long now) {
        List<Topic> left = agreed.stream()
                .filter(topic -> !wanted.containsKey(topic.stream()))
                .toList();
        if (!left.isEmpty()) {
            List<Topic> batch = batch(left);
            batch.forEach(agreed::remove);
            return Optional.of(request("unsubscribe", batch));
        }
        List<Topic> open = open().stream().filter(topic -> isDue(topic, now)).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<Topic> batch = batch(open);
        batch.forEach(topic -> askedAt.put(topic, now));
        return Optional.of(request("subscribe", batch));
    }

    private boolean isDue(Topic topic, long now) {
        Long asked = askedAt.get(topic);
        return asked == null || now - asked >= (refused.containsKey(topic) ? REFUSED_MILLIS : ANSWER_MILLIS);
    }

    private List<Topic> open() {
        List<Topic> open = new ArrayList<>();
        for (String channel : Topic.CHANNELS) {
            for (String stream : wanted.keySet()) {
                Topic topic = new Topic(channel, stream);
                if (!agreed.contains(topic)) {
                    open.add(topic);
                }
            }
        }
        return open;
    }

    /** As many of the first one's channel as one request may name. */
    private static List<Topic> batch(List<Topic> topics) {
        String channel = topics.get(0).channel();
        return topics.stream()
                .filter(topic -> topic.channel().equals(channel))
                .limit(BATCH)
                .toList();
    }

    private String request(String method, List<Topic> batch) {
        String channel = batch.get(0).channel();
        ObjectNode request = KrakenJson.mapper().createObjectNode().put("method", method);
        ObjectNode parameters = request.putObject("params").put("channel", channel);
        batch.forEach(topic -> parameters.withArray("symbol").add(topic.stream()));
        if (method.equals("subscribe")) {
            // always said: the default is stated both ways
            parameters.put("snapshot", true);
            if (channel.equals(Topic.TICKER)) {
                parameters.put("event_trigger", "trades");
            }
        }
        channels.put(++lastRequest, channel);
        return request.put("req_id", lastRequest).toString();
    }

    /** Takes an answer in; empty if it concerns no symbol that is wanted. */
    Optional<Verdict> answered(JsonNode answer) {
        JsonNode result = answer.path("result");
        String channel = result.path("channel")
                .asText(channels.getOrDefault(answer.path("req_id").asLong(-1), ""));
        String stream = result.path("symbol").asText(answer.path("symbol").asText());
        if (!Topic.CHANNELS.contains(channel) || !wanted.containsKey(stream)) {
            return Optional.empty();
        }
        Topic topic = new Topic(channel, stream);
        String error =
                answer.path("success").asBoolean() ? "" : answer.path("error").asText("refused without a reason");
        if (error.isEmpty() || error.toLowerCase(Locale.ROOT).contains("already subscribed")) {
            askedAt.remove(topic);
            refused.remove(topic);
            agreed.add(topic);
            return Optional.of(new Verdict(topic, ""));
        }
        refused.put(topic, error);
        return Optional.of(new Verdict(topic, error));
    }

    List<String> unanswered() {
        return askedAt.keySet().stream()
                .filter(topic -> !refused.containsKey(topic))
                .map(Topic::toString)
                .toList();
    }

    SortedMap<String, String> refused() {
        SortedMap<String, String> texts = new TreeMap<>();
        refused.forEach((topic, error) -> texts.put(topic.toString(), error));
        return texts;
    }
}
