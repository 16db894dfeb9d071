package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.api.common.state.MapState;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Blocks;
import org.cryptosmarttrader.time.TickGrid;

/** Blocks that wait, filed under the tick at which they are folded. */
final class PendingBlocks {

    private final MapState<Long, Blocks> byTick;
    private final TickGrid grid;

    PendingBlocks(MapState<Long, Blocks> byTick, TickGrid grid) {
        this.byTick = byTick;
        this.grid = grid;
    }

    /**
     * The tick a block belongs to.
     *
     * @throws IllegalStateException if its events belong to several
     */
    long tickOf(EventBlock block) {
        long tick = grid.tickOf(block.availableAt(0));
        if (grid.tickOf(block.availableAt(block.count() - 1)) != tick) {
            throw new IllegalStateException(
                    "block %s: its events belong to several ticks; a source hands out blocks of one".formatted(block));
        }
        return tick;
    }

    void add(long tick, EventBlock block) throws Exception {
        Blocks waiting = byTick.get(tick);
        if (waiting == null) {
            waiting = new Blocks(new ArrayList<>(1));
        }
        waiting.list().add(block);
        byTick.put(tick, waiting);
    }

    /** The blocks of a tick, which then wait no longer. */
    List<EventBlock> take(long tick) throws Exception {
        Blocks waiting = byTick.get(tick);
        byTick.remove(tick);
        return waiting == null ? List.of() : waiting.list();
    }

    /** The next tick that blocks wait for; empty if none do. */
    OptionalLong earliest() throws Exception {
        OptionalLong earliest = OptionalLong.empty();
        for (long tick : byTick.keys()) {
            earliest = OptionalLong.of(Math.min(tick, earliest.orElse(tick)));
        }
        return earliest;
    }
}
