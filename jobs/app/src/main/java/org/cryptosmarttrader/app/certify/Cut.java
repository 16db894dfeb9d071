package org.cryptosmarttrader.app.certify;

import java.util.TreeMap;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.EventBlock;

/**
 * Leaves out what could not be known at an instant, whatever the archive says.
 *
 * @param at last instant whose events pass
 * @param liars events that cannot have been known when the archive says, each with its earliest instant
 */
record Cut(long at, TreeMap<EventId, Long> liars) implements EventChange {

    private static final long serialVersionUID = 1L;

    @Override
    public void change(EventBlock block, Consumer<EventBlock> out) {
        int from = 0;
        for (int event = 0; event <= block.count(); event++) {
            if (event == block.count() || !passes(block, event)) {
                if (event > from) {
                    out.accept(block.slice(from, event));
                }
                from = event + 1;
            }
        }
    }

    private boolean passes(EventBlock block, int event) {
        if (block.availableAt(event) > at) {
            return false;
        }
        return liars.isEmpty() || liars.getOrDefault(EventId.of(block, event), Long.MIN_VALUE) <= at;
    }
}
