package org.cryptosmarttrader.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same work on many things, a few at a time. */
final class Parallel {

    private Parallel() {}

    /**
     * @param atOnce things worked on at a time
     * @return results in the order of the things
     * @throws RuntimeException of the first thing that failed
     */
    static <T, R> List<R> map(List<T> things, int atOnce, Function<T, R> work) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<R>> running = new ArrayList<>();
            things.forEach(thing -> running.add(workers.submit(() -> work.apply(thing))));
            List<R> results = new ArrayList<>();
            for (Future<R> result : running) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
