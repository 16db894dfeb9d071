package org.cryptosmarttrader.ingest.box;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WebSocketListener;
import org.eclipse.jetty.websocket.api.WebSocketPingPongListener;

/**
 * One connection as the venue sees it. The server's threads only note what comes; the owner sends, and learns through a ping
 * that all before it was taken in by the client, and all the client sent before has come.
 */
final class Wire implements WebSocketListener, WebSocketPingPongListener {

    final long number;
    final TreeSet<String> trades = new TreeSet<>();
    final TreeSet<String> tickers = new TreeSet<>();
    /** A message that waits to be sent behind the next one. */
    String held;

    long lastSentAt;
    long mutedUntil = Long.MIN_VALUE;

    private final BiConsumer<Wire, String> inbox;
    private Session session;
    private boolean isOver;
    private long pings;
    private long pongs;

    Wire(long number, BiConsumer<Wire, String> inbox) {
        this.number = number;
        this.inbox = inbox;
    }

    @Override
    public synchronized void onWebSocketConnect(Session opened) {
        session = opened;
        notifyAll();
    }

    @Override
    public void onWebSocketText(String message) {
        inbox.accept(this, message);
    }

    @Override
    public synchronized void onWebSocketClose(int status, String reason) {
        isOver = true;
        notifyAll();
    }

    @Override
    public synchronized void onWebSocketError(Throwable cause) {
        isOver = true;
        notifyAll();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        // the client does not ping on this level
    }

    @Override
    public synchronized void onWebSocketPong(ByteBuffer payload) {
        pongs = payload.getLong();
        notifyAll();
    }

    synchronized boolean isOver() {
        return isOver;
    }

    synchronized void awaitOpen() throws InterruptedException {
        long giveUp = System.nanoTime() + Patience.NANOS;
        while (session == null && !isOver) {
            waitUntil(giveUp, "opened");
        }
    }

    /** What cannot be sent is lost, as it is on any wire. */
    void send(String message) {
        try {
            session.getRemote().sendString(message);
        } catch (IOException | RuntimeException e) {
            over();
        }
    }

    void sendInParts(String message) {
        int third = message.length() / 3;
        try {
            session.getRemote().sendPartialString(message.substring(0, third), false);
            session.getRemote().sendPartialString(message.substring(third, 2 * third), false);
            session.getRemote().sendPartialString(message.substring(2 * third), true);
        } catch (IOException | RuntimeException e) {
            over();
        }
    }

    void close() {
        session.close(1012, "service restart");
    }

    private synchronized void over() {
        isOver = true;
    }

    /**
     * Returns when this side knows that nothing will come any more. A client that cuts the line instead of answering may leave the
     * server waiting for half a minute, in which its calls over HTTP run out of time; so it is cut here, too.
     */
    synchronized void awaitOver() throws InterruptedException {
        long cut = System.nanoTime() + Patience.NANOS_TO_CLOSE;
        long giveUp = System.nanoTime() + Patience.NANOS;
        while (!isOver) {
            waitUntil(giveUp, "closed");
            if (System.nanoTime() > cut) {
                session.disconnect();
            }
        }
    }

    /** Asks the client to say when it has taken in all that was sent. */
    void ping() {
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES).putLong(0, ++pings);
        try {
            session.getRemote().sendPing(number);
        } catch (IOException | RuntimeException e) {
            over();
        }
    }

    /** Returns when the client has answered the last ping, or is gone. */
    synchronized void awaitPong() throws InterruptedException {
        long giveUp = System.nanoTime() + Patience.NANOS;
        while (pongs < pings && !isOver) {
            waitUntil(giveUp, "answered to a ping");
        }
    }

    private void waitUntil(long giveUp, String what) throws InterruptedException {
        if (System.nanoTime() > giveUp) {
            throw new AssertionError("connection %d was not %s".formatted(number, what));
        }
        wait(100);
    }
}
