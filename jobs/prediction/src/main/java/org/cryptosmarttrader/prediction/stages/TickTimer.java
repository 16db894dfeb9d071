package org.cryptosmarttrader.prediction.stages;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * The one pending timer of a key. Inputs are not ordered among each other (an archive beside Kafka), so an event may ask
 * for an earlier tick than the one pending; then the timer moves there.
 */
final class TickTimer {

    private static final ValueStateDescriptor<Long> NEXT = new ValueStateDescriptor<>("nextTick", Types.LONG);

    private final ValueState<Long> next;
    private final long until;

    /** @param until no tick beyond it is ever asked for */
    TickTimer(org.apache.flink.api.common.functions.RuntimeContext context, long until) {
        this.next = context.getState(NEXT);
        this.until = until;
    }

    /** Asks for a tick unless an earlier one is pending. */
    void request(long tick, TimerService timers) throws IOException {
        Long pending = next.value();
        if (tick > until || (pending != null && pending <= tick)) {
            return;
        }
        if (pending != null) {
            timers.deleteEventTimeTimer(pending);
        }
        timers.registerEventTimeTimer(tick);
        next.update(tick);
    }

    /** Notes that the pending tick has come; the stage then requests the next one or not. */
    void done() {
        next.clear();
    }
}
