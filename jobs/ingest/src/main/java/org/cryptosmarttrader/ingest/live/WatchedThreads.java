package org.cryptosmarttrader.ingest.live;

import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of sources. One that ends by what it did not expect would be silent for ever: it is remembered. */
public final class WatchedThreads implements ThreadFactory {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedThreads.class);

    private final ThreadFactory threads;
    private final AtomicReference<IOException> ended = new AtomicReference<>();

    /** @param threads makes them */
    public WatchedThreads(ThreadFactory threads) {
        this.threads = threads;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setUncaughtExceptionHandler((which, cause) -> {
            LOG.error("thread {} ended", which.getName(), cause);
            ended.compareAndSet(
                    null, new IOException("thread %s ended: %s".formatted(which.getName(), cause.getMessage()), cause));
        });
        return thread;
    }

    /** @throws IOException what ended the first thread that did not end by itself */
    public void requireAlive() throws IOException {
        IOException first = ended.get();
        if (first != null) {
            throw first;
        }
    }
}
