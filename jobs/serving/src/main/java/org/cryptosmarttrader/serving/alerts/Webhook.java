package org.cryptosmarttrader.serving.alerts;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.wire.Json;

/**
 * Where alerts go. The address is a secret: whoever knows it can write there.
 *
 * @param address https, or http on this machine
 * @param shape of what is sent
 * @param chat of Telegram: {@code chat_id}; empty otherwise
 */
public record Webhook(URI address, Shape shape, String chat) {

    /** Variables of the environment. */
    public static final String ADDRESS = "CST_ALERT_WEBHOOK";

    public static final String SHAPE = "CST_ALERT_SHAPE";
    public static final String CHAT = "CST_ALERT_CHAT";

    /** Whose form a message has. */
    public enum Shape {
        /** Every field by itself. */
        JSON,
        /** An incoming webhook of Slack, or what understands its messages (Mattermost, Rocket.Chat). */
        SLACK,
        /** {@code sendMessage} of a bot of Telegram. */
        TELEGRAM
    }

    /**
     * The one an environment names.
     *
     * @return empty if it names none
     * @throws IllegalArgumentException if it names half of one; the message does not quote it
     */
    public static Optional<Webhook> of(Map<String, String> environment) {
        String address = environment.getOrDefault(ADDRESS, "");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Shape shape = shape(environment.getOrDefault(SHAPE, "json"));
        String chat = environment.getOrDefault(CHAT, "");
        if (shape == Shape.TELEGRAM && chat.isEmpty()) {
            throw new IllegalArgumentException("%s: Telegram needs the id of the chat to write to".formatted(CHAT));
        }
        return Optional.of(new Webhook(address(address), shape, chat));
    }

    private static Shape shape(String word) {
        return Arrays.stream(Shape.values())
                .filter(shape -> shape.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s: json, slack or telegram".formatted(SHAPE)));
    }

    private static URI address(String word) {
        URI address;
        try {
            address = URI.create(word);
        } catch (IllegalArgumentException e) {
            // its message quotes what is secret
            throw new IllegalArgumentException("%s: no address".formatted(ADDRESS));
        }
        boolean isHere = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
        if (address.getHost() == null
                || !"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && isHere)) {
            throw new IllegalArgumentException(
                    "%s: an address of https is needed, or of http on this machine".formatted(ADDRESS));
        }
        return address;
    }

    /** What is sent of a change. */
    String body(AlertChange change) {
        Map<String, Object> body =
                switch (shape) {
                    case SLACK -> Map.of("text", escaped(change.line()));
                    case TELEGRAM -> Map.of("chat_id", chat, "text", change.line());
                    case JSON ->
                        Map.of(
                                "state", change.state(),
                                "alert", change.alert(),
                                "summary", change.summary(),
                                "labels", change.labels(),
                                "runbook", change.runbook(),
                                "at", change.at().toString());
                };
        return Json.write(body);
    }

    /** The three letters that Slack reads as markup. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "webhook of shape %s at %s".formatted(shape.name().toLowerCase(Locale.ROOT), address.getHost());
    }
}
