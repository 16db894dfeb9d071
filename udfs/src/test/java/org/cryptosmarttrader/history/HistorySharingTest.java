package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.GAP;
import static org.cryptosmarttrader.history.Scene.bar;
import static org.cryptosmarttrader.history.Scene.closes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the features share of one history")
class HistorySharingTest {

    private record CloseDoubled(double value) {}

    private final AtomicInteger passes = new AtomicInteger();

    @Test
    void is_passed_over_once() {
        History history = closes(100, 110);

        assertThat(doubled(history)).isEqualTo(new CloseDoubled(220));
        assertThat(doubled(history)).isSameAs(doubled(history));
        assertThat(history.shared(String.class, past -> "another pass")).isEqualTo("another pass");
        assertThat(passes).hasValue(1);
    }

    @Test
    void is_not_shared_with_another_history() {
        assertThat(doubled(closes(100, 110))).isNotEqualTo(doubled(closes(100, 120)));
    }

    @Test
    void is_one_window_for_all_that_ask_for_it() {
        History history = closes(100, GAP, 130, 140);
        Window window = history.window(Column.CLOSE, 3);

        assertThat(history.window(Column.CLOSE, 3)).isSameAs(window);
        assertThat(history.window(Column.CLOSE, 3, 1)).isNotSameAs(window);
        assertThat(history.window(Column.OPEN, 3)).isNotSameAs(window);
        assertThat(history.window(Column.CLOSE, 2).mean()).isEqualTo(135);
        assertThat(window.present()).isEqualTo(2);
        assertThat(history.window(Column.CLOSE, 3, 1).mean()).isEqualTo(115);
    }

    @Test
    void is_the_pair_and_the_typical_price() {
        History history = Scene.history(List.of(bar(0, 100, 130, 90, 110, 1, 1)), 1);

        assertThat(history.pair()).isEqualTo(Scene.PAIR);
        assertThat(history.typicalPrice(1)).isEqualTo(110); // (130 + 90 + 110) / 3
        assertThat(history.typicalPrice(0)).isNaN();
    }

    @Test
    void keeps_the_values_where_another_window_has_one() {
        Window kept = Window.of(1, 2, GAP, 4).where(Window.of(9, GAP, 9, 9));

        assertThat(kept.length()).isEqualTo(4);
        assertThat(kept.present()).isEqualTo(2);
        assertThat(kept.sum()).isEqualTo(5);
    }

    private CloseDoubled doubled(History history) {
        return history.shared(CloseDoubled.class, past -> {
            passes.incrementAndGet();
            return new CloseDoubled(2 * past.now(Column.CLOSE));
        });
    }
}
