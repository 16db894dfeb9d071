package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.app.certify.SomeEvents.BAR;
import static org.cryptosmarttrader.app.certify.SomeEvents.hours;
import static org.cryptosmarttrader.app.certify.SomeRows.at;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Poison behind an instant")
class PoisonTest {

    private static final Poison ALL = new Poison(at(-1), 5);

    private static List<EventBlock> poisoned(Poison poison, EventBlock block) {
        List<EventBlock> out = new ArrayList<>();
        poison.change(block, out::add);
        return out;
    }

    private static List<Double> values(List<EventBlock> blocks) {
        return blocks.stream()
                .flatMapToDouble(block -> Arrays.stream(block.values()))
                .boxed()
                .toList();
    }

    @Test
    void spares_what_is_known_by_then() {
        EventBlock known = SomeEvents.bars(1, 2);

        assertThat(poisoned(new Poison(at(2), 5), known)).containsExactly(known);
    }

    @Test
    void begins_with_the_first_event_that_is_known_later() {
        List<EventBlock> out = poisoned(new Poison(at(2), 5), SomeEvents.bars(1, 2, 3));

        assertThat(out).hasSize(2);
        assertThat(out.get(0).values()).startsWith(BAR).hasSize(2 * BAR.length);
        assertThat(out.get(1).value(0, EventKind.CLOSE)).isNotEqualTo(BAR[EventKind.CLOSE]);
    }

    @Test
    void leaves_an_event_its_number_its_times_and_its_origin() {
        EventBlock block = SomeEvents.bars(3);
        EventBlock poisoned = poisoned(ALL, block).get(0);

        assertThat(poisoned.sequences()).containsExactly(3);
        assertThat(poisoned.eventTimes()).containsExactly(at(3));
        assertThat(poisoned.availableAts()).containsExactly(at(3));
        assertThat(poisoned.payloadHash(0)).isEqualTo(block.payloadHash(0));
        assertThat(poisoned.intervalMillis()).isEqualTo(block.intervalMillis());
    }

    @Test
    void makes_prices_and_volumes_twice_to_a_thousand_times_as_high_or_low_by_one_factor() {
        for (EventBlock bar : poisoned(ALL, SomeEvents.bars(hours(200)))) {
            double factor = bar.value(0, EventKind.OPEN) / BAR[EventKind.OPEN];
            assertThat(Math.max(factor, 1 / factor)).isBetween(2.0, 1_000.0);
            for (int column = EventKind.HIGH; column <= EventKind.QUOTE_VOLUME; column++) {
                assertThat(bar.value(0, column) / BAR[column]).isCloseTo(factor, within(1e-9 * factor));
            }
            assertThat(bar.value(0, EventKind.COUNT)).isEqualTo(7);
            assertThat(bar.value(0, EventKind.SELL_VOLUME)).isNaN();
        }
    }

    @Test
    void goes_both_ways() {
        assertThat(poisoned(ALL, SomeEvents.bars(hours(200))))
                .extracting(bar -> bar.value(0, EventKind.CLOSE) > BAR[EventKind.CLOSE])
                .contains(true, false);
    }

    @Test
    void turns_the_takers_of_trades_round() {
        EventBlock trade = poisoned(ALL, SomeEvents.trades(1)).get(0);

        assertThat(trade.value(0, EventKind.SIDE)).isEqualTo(-1);
        assertThat(trade.value(0, EventKind.PRICE)).isPositive().isNotEqualTo(10);
    }

    @Test
    void scores_texts_at_random() {
        assertThat(values(poisoned(ALL, SomeEvents.texts(hours(50)))))
                .doesNotContain(0.5)
                .doesNotHaveDuplicates()
                .allMatch(score -> Math.abs(score) < 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, -5})
    void changes_metrics_and_leaves_them_their_sign(double value) {
        assertThat(values(poisoned(ALL, SomeEvents.metrics(value, hours(50)))))
                .doesNotContain(value)
                .allMatch(poisoned -> Math.signum(poisoned) == Math.signum(value));
    }

    @ParameterizedTest
    @CsvSource({"LISTED, DELISTED", "DELISTED, LISTED"})
    void turns_listings_round(String standing, String turned) {
        assertThat(poisoned(ALL, SomeEvents.listings(standing, 1)).get(0).words())
                .containsExactly(turned);
    }

    @Test
    void leaves_out_about_half_of_what_says_that_a_feed_was_listened_to() {
        assertThat(poisoned(ALL, SomeEvents.health(hours(200)))).hasSizeBetween(70, 130);
    }

    @Test
    void does_not_see_where_blocks_begin_and_end() {
        List<EventBlock> oneByOne = new ArrayList<>();
        for (long hour : hours(20)) {
            ALL.change(SomeEvents.bars(hour), oneByOne::add);
        }

        assertThat(values(oneByOne)).isEqualTo(values(poisoned(ALL, SomeEvents.bars(hours(20)))));
    }

    @Test
    void is_the_same_for_the_same_seed_only() {
        List<Double> first = values(poisoned(ALL, SomeEvents.texts(1)));

        assertThat(values(poisoned(new Poison(at(-1), 5), SomeEvents.texts(1)))).isEqualTo(first);
        assertThat(values(poisoned(new Poison(at(-1), 6), SomeEvents.texts(1)))).isNotEqualTo(first);
    }
}
