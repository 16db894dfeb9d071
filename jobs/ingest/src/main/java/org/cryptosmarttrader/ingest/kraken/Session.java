package org.cryptosmarttrader.ingest.kraken;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One open socket: joins the parts of a message, and says once that it is over. */
final class Session implements WebSocket.Listener {

    /** An instrument list is some hundred thousand characters; this is no message of Kraken. */
    private static final int LONGEST_MESSAGE = 8 << 20;

    private final StringBuilder parts = new StringBuilder();
    private final Consumer<String> messages;
    private final Consumer<String> end;

    /**
     * @param messages takes each whole message
     * @param end takes the reason why no more will come
     */
    Session(Consumer<String> messages, Consumer<String> end) {
        this.messages = messages;
        this.end = end;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
        parts.append(part);
        if (parts.length() > LONGEST_MESSAGE) {
            end.accept("a message of more than %d characters".formatted(LONGEST_MESSAGE));
            socket.abort();
            return null;
        }
        if (isLast) {
            String message = parts.toString();
            parts.setLength(0);
            messages.accept(message);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        end.accept("closed by the venue, %d %s".formatted(status, reason).strip());
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end.accept(error.getClass().getSimpleName() + (error.getMessage() == null ? "" : " " + error.getMessage()));
    }
}
