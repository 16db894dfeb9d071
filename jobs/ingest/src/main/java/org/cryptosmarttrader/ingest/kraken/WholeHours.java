package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a gap held back, until its hours are whole: an hour long gone is made of what becomes known at one instant. Not
 * thread-safe.
 */
final class WholeHours {

    private final List<Trade> waiting = new ArrayList<>();

    /** Takes trades in, in their order, and gives those of whole hours; all if the gap is filled. */
    List<Trade> add(List<Trade> released, boolean isFilled) {
        waiting.addAll(released);
        int whole = isFilled ? waiting.size() : wholeHours();
        List<Trade> ready = List.copyOf(waiting.subList(0, whole));
        waiting.subList(0, whole).clear();
        return ready;
    }

    private int wholeHours() {
        int whole = waiting.size();
        while (whole > 0 && hour(waiting.get(whole - 1)) == hour(waiting.get(waiting.size() - 1))) {
            whole--;
        }
        return whole;
    }

    private static long hour(Trade trade) {
        return Math.floorDiv(trade.eventTimeMillis(), TimeUnit.HOURS.toMillis(1));
    }
}
