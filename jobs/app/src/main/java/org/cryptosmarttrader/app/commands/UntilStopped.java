package org.cryptosmarttrader.app.commands;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cryptosmarttrader.app.Session;

/** A program that runs until Ctrl-C or a failure, and then ends in order. */
final class UntilStopped {

    private static final long LOOK_MILLIS = 500;
    /** Longer than anything here takes to end. */
    private static final long SECONDS_TO_END = 20;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** What has to go on. */
    @FunctionalInterface
    interface Health {

        /** @throws Exception what ended it */
        void requireAlive() throws Exception;
    }

    /** Catches Ctrl-C and SIGTERM from now on: the program then ends once {@link #ended} was called. */
    UntilStopped() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    private void stop() {
        asked.countDown();
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the program is asked to stop. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Returns when the program is asked to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    /**
     * Returns when something is so, or the program is asked to stop.
     *
     * @return whether it is so
     */
    boolean awaitOr(BooleanSupplier isSo) throws InterruptedException {
        while (!isSo.getAsBoolean()) {
            if (asked.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Returns when the program is asked to stop, or throws what ended its work before. */
    void await(Health health) throws Exception {
        while (!asked.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            health.requireAlive();
        }
    }

    /** Everything is closed. */
    void ended() {
        Session.endCurrent();
        ended.countDown();
    }
}
