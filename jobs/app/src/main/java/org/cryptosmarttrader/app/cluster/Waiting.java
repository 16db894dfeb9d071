package org.cryptosmarttrader.app.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do, by asking again and again. */
public final class Waiting {

    private static final long PAUSE_MILLIS = 100;

    private Waiting() {}

    /** A question with an answer some day. */
    @FunctionalInterface
    public interface Question<T> {
        Optional<T> ask() throws Exception;
    }

    /**
     * Asks until there is an answer.
     *
     * @param what is waited for, for the message
     * @throws IllegalStateException if there is none in time
     */
    public static <T> T until(String what, Duration atMost, Question<T> question) throws Exception {
        long deadline = System.nanoTime() + atMost.toNanos();
        Optional<T> answer = question.ask();
        while (answer.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited %d s in vain: %s".formatted(atMost.toSeconds(), what));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            answer = question.ask();
        }
        return answer.get();
    }
}
