package org.cryptosmarttrader.serving.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends changes one after the other, each again for a while if the webhook fails. Safe for use by many threads. */
final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** More are not kept while a webhook fails. */
    private static final int MOST_WAITING = 100;
    /** With waits that double from a second: given up after about four minutes. */
    private static final int ATTEMPTS = 9;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TOO_MANY = 429;

    private final Webhook webhook;
    private final long firstWaitMillis;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final BlockingQueue<AlertChange> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Thread sender = new Thread(this::sendAll, "alerts-out");

    Outbox(Webhook webhook, Duration firstWait) {
        this.webhook = webhook;
        this.firstWaitMillis = firstWait.toMillis();
        sender.setDaemon(true);
        sender.start();
    }

    /** Returns at once. */
    void add(AlertChange change) {
        if (!waiting.offer(change)) {
            lose(change, "%d others wait".formatted(MOST_WAITING));
        }
    }

    long sent() {
        return sent.get();
    }

    long lost() {
        return lost.get();
    }

    private void sendAll() {
        try {
            while (true) {
                send(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(AlertChange change) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "CryptoSmartTrader")
                .POST(BodyPublishers.ofString(webhook.body(change)))
                .build();
        String failure = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                TimeUnit.MILLISECONDS.sleep(firstWaitMillis << (attempt - 1));
            }
            try {
                int status = status(request);
                if (status / 100 == 2) {
                    sent.incrementAndGet();
                    return;
                }
                failure = "HTTP " + status;
                if (status / 100 != 5 && status != TOO_MANY) {
                    break;
                }
            } catch (IOException e) {
                // its message may quote the address
                failure = e.getClass().getSimpleName();
            }
        }
        lose(change, failure);
    }

    /** Without the rest of the reply, however long. */
    private int status(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> reply = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream rest = reply.body()) {
            return reply.statusCode();
        }
    }

    private void lose(AlertChange change, String reason) {
        lost.incrementAndGet();
        LOG.warn("not sent to the {} ({}): {}", webhook, reason, change.line());
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}
