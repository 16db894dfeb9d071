package org.cryptosmarttrader.serving.api;

import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever listens up to when the run is whole: at once, and each time it has grown. One thread looks each second for all
 * listeners.
 */
public final class Growth implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);

    /** Its place in the API. */
    static final String PATH = "/events";

    private static final long LOOK_MILLIS = 1_000;
    /** A line that is silent for longer is cut by some proxies. */
    private static final int LOOKS_BETWEEN_COMMENTS = 15;

    private final RunStore store;
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "growth");
        thread.setDaemon(true);
        return thread;
    });
    private String told = "";
    private int looks;

    private Growth(RunStore store) {
        this.store = store;
    }

    /** Starts to look. */
    public static Growth watch(RunStore store) {
        Growth growth = new Growth(store);
        growth.looking.scheduleWithFixedDelay(growth::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return growth;
    }

    void listen(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        try {
            client.sendEvent("whole", now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clients.add(client);
    }

    private String now() throws IOException {
        Snapshot snapshot = store.snapshot();
        TreeMap<String, Object> said = new TreeMap<>();
        said.put("run", snapshot.manifest().run());
        said.put(
                "whole_up_to",
                snapshot.isEmpty()
                        ? null
                        : Instant.ofEpochMilli(snapshot.wholeUpTo()).toString());
        return Json.write(said);
    }

    private void look() {
        try {
            String now = now();
            looks++;
            if (!now.equals(told)) {
                clients.forEach(client -> client.sendEvent("whole", now));
                told = now;
            } else if (looks % LOOKS_BETWEEN_COMMENTS == 0) {
                clients.forEach(client -> client.sendComment("still here"));
            }
        } catch (IOException | RuntimeException e) {
            // the next look may do better: files are replaced while they are read
            LOG.warn("events: the run could not be looked at ({})", e.getMessage());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
