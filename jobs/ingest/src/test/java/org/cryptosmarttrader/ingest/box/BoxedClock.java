package org.cryptosmarttrader.ingest.box;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadFactory;
import org.cryptosmarttrader.ingest.net.IngestClock;

/**
 * The market's time. It moves when its owner moves it, and knows which threads wait for it: of these one is woken at a time,
 * the earliest first, and the owner goes on when it waits again or has ended.
 *
 * <p>A thread made here counts as running from the start; any other from the first time it is woken. Such threads wait for
 * nothing but this clock and the venue, or the owner would wait for them for ever; it gives up after a while and says for whom.
 */
public final class BoxedClock implements IngestClock, ThreadFactory {

    private final TreeSet<Waiter> waiters = new TreeSet<>(
            Comparator.comparingLong(Waiter::until).thenComparing(Waiter::name).thenComparing(Waiter::order));
    private final Set<Thread> running = new HashSet<>();
    private long now;
    private long waits;

    private static final class Waiter {
        private final long until;
        private final long order;
        private final Thread thread = Thread.currentThread();
        private boolean isWoken;

        Waiter(long until, long order) {
            this.until = until;
            this.order = order;
        }

        long until() {
            return until;
        }

        String name() {
            return thread.getName();
        }

        long order() {
            return order;
        }
    }

    /** @param start epoch milliseconds */
    public BoxedClock(long start) {
        now = start;
    }

    @Override
    public synchronized long millis() {
        return now;
    }

    @Override
    public synchronized void await(long until) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (until <= now) {
            return;
        }
        Waiter waiter = new Waiter(until, waits++);
        waiters.add(waiter);
        running.remove(waiter.thread);
        notifyAll();
        try {
            while (!waiter.isWoken) {
                wait();
            }
        } catch (InterruptedException e) {
            waiters.remove(waiter);
            running.add(waiter.thread);
            throw e;
        }
    }

    @Override
    public synchronized Thread newThread(Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } finally {
                ended();
            }
        });
        thread.setDaemon(true);
        running.add(thread);
        return thread;
    }

    private synchronized void ended() {
        running.remove(Thread.currentThread());
        notifyAll();
    }

    /** Moves on; nobody is woken by that alone. */
    synchronized void set(long millis) {
        if (millis < now) {
            throw new IllegalArgumentException(
                    "the market's time is %d and cannot go back to %d".formatted(now, millis));
        }
        now = millis;
    }

    /** When the next thread wants to be woken; {@link Long#MAX_VALUE} if none waits. */
    synchronized long nextWake() {
        return waiters.isEmpty() ? Long.MAX_VALUE : waiters.first().until;
    }

    /** Wakes the first thread whose time has come; false if there is none. */
    synchronized boolean wakeOne() {
        if (nextWake() > now) {
            return false;
        }
        Waiter first = waiters.pollFirst();
        first.isWoken = true;
        running.add(first.thread);
        notifyAll();
        return true;
    }

    /** Returns when no thread runs. */
    synchronized void awaitIdle() throws InterruptedException {
        long giveUp = System.nanoTime() + Patience.NANOS;
        while (isBusy()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError(
                        "the market's time stands still: these do not come back to wait for it: " + running);
            }
            wait(100);
        }
    }

    private boolean isBusy() {
        running.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        return !running.isEmpty();
    }
}
