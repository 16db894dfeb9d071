package org.cryptosmarttrader.prediction.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cryptosmarttrader.prediction.Settings.HOURLY;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Blocks;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Blocks that wait for their tick")
class PendingBlocksTest {

    private static final long TICK = 10 * TickGrid.HOUR + 5_000;

    private final PendingBlocks pending = new PendingBlocks(state(new TreeMap<>()), HOURLY);

    /** State that lies in a map. */
    @SuppressWarnings("unchecked")
    private static MapState<Long, Blocks> state(Map<Long, Blocks> map) {
        return (MapState<Long, Blocks>) Proxy.newProxyInstance(
                PendingBlocksTest.class.getClassLoader(),
                new Class<?>[] {MapState.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "get" -> map.get(values[0]);
                    case "put" -> map.put((Long) values[0], (Blocks) values[1]);
                    case "remove" -> map.remove(values[0]);
                    case "keys" -> map.keySet();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static EventBlock trades(long... availableAts) {
        return new EventBlock(
                EventKind.TRADE,
                "test-venue",
                "BTC/USD",
                0,
                Availability.RECORDED,
                availableAts,
                availableAts,
                availableAts,
                new double[3 * availableAts.length],
                new byte[32]);
    }

    @Test
    void belong_to_the_first_tick_that_knows_them() {
        assertThat(pending.tickOf(trades(TICK))).isEqualTo(TICK);
        assertThat(pending.tickOf(trades(TICK - TickGrid.HOUR + 1, TICK - 7, TICK)))
                .isEqualTo(TICK);
        assertThat(pending.tickOf(trades(TICK + 1))).isEqualTo(TICK + TickGrid.HOUR);
    }

    @Test
    void of_several_ticks_are_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> pending.tickOf(trades(TICK, TICK + 1)))
                .withMessageContaining("its events belong to several ticks; a source hands out blocks of one");
    }

    @Test
    void are_taken_once_with_all_others_of_the_tick_and_no_more() throws Exception {
        EventBlock first = trades(TICK - 3);
        EventBlock second = trades(TICK - 2);
        EventBlock later = trades(TICK + 2);
        pending.add(TICK, first);
        pending.add(TICK + TickGrid.HOUR, later);
        pending.add(TICK, second);

        assertThat(pending.earliest()).hasValue(TICK);
        assertThat(pending.take(TICK)).containsExactly(first, second);
        assertThat(pending.take(TICK)).isEmpty();
        assertThat(pending.earliest()).hasValue(TICK + TickGrid.HOUR);
        assertThat(pending.take(TICK + TickGrid.HOUR)).containsExactly(later);
        assertThat(pending.earliest()).isEmpty();
    }
}
