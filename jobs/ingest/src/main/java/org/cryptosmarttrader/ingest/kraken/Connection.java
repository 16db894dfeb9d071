package org.cryptosmarttrader.ingest.kraken;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.cryptosmarttrader.ingest.net.Backoff;
import org.cryptosmarttrader.ingest.net.IngestClock;

/**
 * One of the connections: opens it, asks for its pairs, watches that it speaks, and opens it again. One thread does that;
 * messages come on the client's threads, one at a time, and all of both is told to the handler under this object's lock.
 *
 * <p>That a line ended without a word is not always reported by the JDK's client: silence shows it.
 */
final class Connection implements Runnable {

    private static final long FIRST_WAIT = 1_000;
    private static final long LONGEST_WAIT = 60_000;

    /** After maintenance all come back at once: the venue asks for no more than a try in five seconds. */
    private static final long MAINTENANCE_WAIT = 5_000;

    /** A connection that stood so long was a good one. */
    private static final long STABLE_MILLIS = 30_000;

    private static final long PING_MILLIS = 30_000;

    /** Between two requests. */
    private static final long PACE_MILLIS = 200;

    private final int number;
    private final SocketSettings settings;
    private final HttpClient client;
    private final IngestClock clock;
    private final ConnectBudget budget;
    private final Handler handler;
    private final Backoff backoff;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Messages messages;

    private WebSocket socket;
    private Session session;
    private boolean isOpen;
    private boolean isClosed;
    private long openedAt;
    private long lastMessageAt;
    private long pingedAt;
    private long received;
    private long connects;
    private long losses;

    Connection(
            int number,
            SocketSettings settings,
            HttpClient client,
            IngestClock clock,
            ConnectBudget budget,
            RandomGenerator random,
            Handler handler) {
        this.number = number;
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        this.budget = budget;
        this.handler = handler;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
        this.messages = new Messages(subscriptions, clock, handler);
    }

    synchronized void want(TradedPair pair) {
        subscriptions.want(pair);
    }

    synchronized void leave(TradedPair pair) {
        subscriptions.leave(pair);
    }

    synchronized List<TradedPair> wanted() {
        return subscriptions.wanted();
    }

    @Override
    public void run() {
        try {
            while (!isClosed()) {
                budget.take();
                open();
                attend();
                clock.await(clock.millis() + untilNextTry());
            }
        } catch (InterruptedException e) {
            close();
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    private void open() throws InterruptedException {
        Session opening = begin();
        CompletableFuture<WebSocket> coming = client.newWebSocketBuilder()
                .header("User-Agent", settings.userAgent())
                .connectTimeout(Duration.ofMillis(settings.connectMillis()))
                .buildAsync(settings.address(), opening);
        try {
            opened(opening, coming.get());
        } catch (InterruptedException e) {
            coming.thenAccept(WebSocket::abort);
            throw e;
        } catch (ExecutionException e) {
            lose(opening, "no connection to %s: %s".formatted(settings.address(), e.getCause()));
        }
    }

    /** Messages may come before the client hands the socket out. */
    private synchronized Session begin() {
        connects++;
        Session[] own = new Session[1];
        own[0] = new Session(text -> take(own[0], text), reason -> lose(own[0], reason));
        session = own[0];
        socket = null;
        subscriptions.forget();
        openedAt = clock.millis();
        lastMessageAt = openedAt;
        pingedAt = openedAt;
        isOpen = true;
        return session;
    }

    private synchronized void opened(Session opening, WebSocket opened) {
        if (opening != session || !isOpen || isClosed) {
            opened.abort();
            return;
        }
        socket = opened;
        handler.connected(pairs());
    }

    private List<String> pairs() {
        return subscriptions.wanted().stream().map(TradedPair::pair).toList();
    }

    private synchronized void take(Session from, String text) {
        if (from == session && isOpen) {
            received++;
            lastMessageAt = clock.millis();
            messages.take(text);
        }
    }

    private synchronized void lose(Session which, String reason) {
        if (which != session || !isOpen) {
            return;
        }
        isOpen = false;
        losses++;
        if (socket != null) {
            handler.lost(pairs(), reason);
            socket.abort();
        }
        if (clock.millis() - openedAt >= STABLE_MILLIS) {
            backoff.reset();
        }
    }

    private synchronized long untilNextTry() {
        long wait = backoff.next();
        return messages.system().equals("maintenance") ? Math.max(wait, MAINTENANCE_WAIT) : wait;
    }

    private void attend() throws InterruptedException {
        Optional<String> request = look();
        while (stands()) {
            if (request.isPresent()) {
                send(request.get());
            }
            clock.await(clock.millis() + (request.isPresent() ? PACE_MILLIS : settings.lookMillis()));
            request = look();
        }
    }

    private synchronized boolean stands() {
        return isOpen;
    }

    /** What is to be sent now, if anything; gives a silent connection up. */
    private synchronized Optional<String> look() {
        long now = clock.millis();
        if (now - lastMessageAt >= settings.silenceMillis()) {
            lose(session, "no message for %d ms".formatted(now - lastMessageAt));
        }
        if (now - pingedAt >= PING_MILLIS) {
            pingedAt = now;
            return Optional.of("{\"method\":\"ping\"}");
        }
        return subscriptions.next(now);
    }

    private void send(String request) throws InterruptedException {
        WebSocket to;
        Session of;
        synchronized (this) {
            to = socket;
            of = session;
        }
        try {
            to.sendText(request, true).get(settings.connectMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            lose(of, "a request could not be sent: %s".formatted(e));
        }
    }

    synchronized void close() {
        isClosed = true;
        isOpen = false;
        if (socket != null) {
            socket.abort();
        }
    }

    synchronized long losses() {
        return losses;
    }

    synchronized SocketStatus.Connection status() {
        return new SocketStatus.Connection(
                number,
                isOpen && socket != null,
                pairs(),
                subscriptions.unanswered(),
                subscriptions.refused(),
                received,
                messages.odd(),
                connects,
                losses,
                received == 0 ? 0 : lastMessageAt);
    }
}
