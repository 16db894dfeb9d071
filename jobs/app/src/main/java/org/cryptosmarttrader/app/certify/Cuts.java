package org.cryptosmarttrader.app.certify;

import java.io.IOException;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Where the input is cut: at ticks evenly spread over the span, at instants drawn at random, and, since news and transfers
 * are rare, at the last tick before an event drawn of each source of them, where a look ahead would meet it.
 */
final class Cuts {

    /** Room behind a cut for what a check puts there. */
    static final long BEHIND = 48 * TickGrid.HOUR;

    private final TickGrid grid;
    private final long from;
    private final long until;
    private final SplittableRandom random;
    private final SortedMap<Long, String> reasons = new TreeMap<>();

    /**
     * @param from first decision
     * @param until last tick
     */
    Cuts(TickGrid grid, long from, long until, long seed) {
        this.grid = grid;
        this.from = from;
        this.until = until - Math.min(BEHIND, (until - from) / 4);
        this.random = new SplittableRandom(seed);
    }

    /** Adds cuts, three quarters of them evenly spread, the others drawn. */
    void spread(int count) {
        int even = count - count / 4;
        for (int i = 1; i <= even; i++) {
            add(from + (until - from) * i / even, "evenly spread");
        }
        for (int i = even; i < count; i++) {
            long drawn = random.nextLong(from, Math.max(until, from + 1));
            reasons.putIfAbsent(Math.max(grid.tickOf(from), drawn), "drawn");
        }
    }

    /** Adds a cut in front of one event drawn of each source of what is no bar or trade. */
    void beforeEvents(Input input) throws IOException {
        SortedMap<String, long[]> drawn = new TreeMap<>();
        input.read(block -> draw(block, drawn));
        drawn.forEach((source, counted) -> add(counted[1] - 1, "before an event of " + source));
    }

    /** One event of each source, each as likely as any other. */
    private void draw(EventBlock block, SortedMap<String, long[]> drawn) {
        if (block.kind().isTraded()) {
            return;
        }
        for (int event = 0; event < block.count(); event++) {
            long at = block.availableAt(event);
            if (at > grid.tickOf(from) && at <= until) {
                long[] counted =
                        drawn.computeIfAbsent(block.kind() + " of " + block.source(), absent -> new long[] {0, 0});
                counted[0]++;
                if (random.nextLong(counted[0]) == 0) {
                    counted[1] = at;
                }
            }
        }
    }

    private void add(long instant, String reason) {
        long next = grid.tickOf(instant);
        long tick = next == instant ? next : next - grid.intervalMillis();
        if (tick >= from) {
            reasons.putIfAbsent(tick, reason);
        }
    }

    /** Instants with the reason of each, ascending. */
    SortedMap<Long, String> chosen() {
        return reasons;
    }
}
