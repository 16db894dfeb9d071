package org.cryptosmarttrader.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.history.ReferenceReturns;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.TickReader;

/**
 * The calculation of the stages market and known without Flink: ticks one after the other, pairs one after the other, no
 * state to keep safe. Not thread-safe.
 */
final class PlainLoop {

    /** Handed the history of every pair that exists, at every tick. */
    @FunctionalInterface
    interface Visitor {
        void visit(History history) throws Exception;
    }

    private final GraphSettings settings;
    private final Visitor visitor;
    private final Map<String, PairMemory> memories = new TreeMap<>();
    private long next = Long.MIN_VALUE;

    PlainLoop(GraphSettings settings, Visitor visitor) {
        this.settings = settings;
        this.visitor = visitor;
    }

    /** Takes in what became known by a tick, after the ticks before it at which nothing did. */
    void add(TickReader.Tick tick) throws Exception {
        passTo(tick.tick());
        step(tick.tick(), tick.blocks());
    }

    /** Goes on to the last tick of the run. */
    void end() throws Exception {
        passTo(settings.until() + 1);
    }

    private void passTo(long tick) throws Exception {
        while (next != Long.MIN_VALUE && next < tick) {
            step(next, List.of());
        }
    }

    private void step(long tick, List<EventBlock> blocks) throws Exception {
        TickGrid grid = settings.grid();
        next = tick + grid.intervalMillis();
        Map<String, List<EventBlock>> byPair = new TreeMap<>();
        memories.keySet().forEach(pair -> byPair.put(pair, List.of()));
        for (EventBlock block : blocks) {
            byPair.merge(block.pair(), List.of(block), PlainLoop::both);
        }
        for (Map.Entry<String, List<EventBlock>> pair : byPair.entrySet()) {
            PairMemory memory = memories.computeIfAbsent(pair.getKey(), PairMemory::new);
            memory.fold(tick, pair.getValue(), settings.memory());
        }
        memories.values().removeIf(memory -> memory.isEmpty() && !memory.hasWaiting());
        visitAll(references());
    }

    private static List<EventBlock> both(List<EventBlock> some, List<EventBlock> more) {
        List<EventBlock> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private List<ReferenceReturns> references() {
        List<ReferenceReturns> references = new ArrayList<>();
        memories.forEach((pair, memory) -> {
            if (settings.references().contains(Symbols.base(pair))) {
                references.add(ReferenceReturns.of(memory.history(settings.grid(), List.of())));
            }
        });
        return references;
    }

    private void visitAll(List<ReferenceReturns> references) throws Exception {
        for (PairMemory memory : memories.values()) {
            if (!memory.isEmpty()) {
                visitor.visit(memory.history(settings.grid(), references));
            }
        }
    }
}
