package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Pieces of training done side by side, in the order they were added. A model grows on one core, so that its bytes are the same on
 * every machine; several grow at a time. A piece that is done holds on to nothing. Not thread-safe; to be closed.
 */
final class SideBySide<T> implements AutoCloseable {

    private final ExecutorService cores =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final List<Future<T>> pieces = new ArrayList<>();

    void add(Callable<T> piece) {
        pieces.add(cores.submit(piece));
    }

    /**
     * Waits for all.
     *
     * @throws IOException if one failed
     */
    List<T> done() throws IOException {
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> piece : pieces) {
                done.add(piece.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IOException("training: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("training: interrupted", e);
        }
    }

    /** What has not begun will not begin. */
    @Override
    public void close() {
        cores.shutdownNow();
    }
}
