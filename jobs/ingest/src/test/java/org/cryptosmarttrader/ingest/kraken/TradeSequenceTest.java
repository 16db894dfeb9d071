package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cryptosmarttrader.ingest.kraken.Scene.ids;
import static org.cryptosmarttrader.ingest.kraken.Scene.trades;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sequence of a pair's trades")
class TradeSequenceTest {

    private final TradeSequence sequence = new TradeSequence("BTC/USD", null);

    @Test
    void begins_with_the_first_trades_that_come() {
        assertThat(ids(sequence.take(trades(12, 10, 11)))).containsExactly(10L, 11L, 12L);
        assertThat(sequence.cursor()).hasValue(new Cursor(12, Scene.trade(12).timeNanos()));
        assertThat(sequence.isReady()).isTrue();
    }

    @Test
    void gives_each_trade_once() {
        sequence.take(trades(10, 11));

        assertThat(ids(sequence.take(trades(11, 10, 12, 12)))).containsExactly(12L);
        assertThat(sequence.duplicates()).isEqualTo(3);
    }

    @Test
    void holds_what_lies_behind_a_gap_and_says_where_it_is() {
        sequence.take(trades(10));

        assertThat(sequence.take(trades(13, 15))).isEmpty();
        assertThat(sequence.isReady()).isFalse();
        assertThat(sequence.held()).isEqualTo(2);
        assertThat(sequence.gap())
                .hasValue(new Gap("BTC/USD", 10, 13, Scene.trade(10).timeNanos() - 1_000_000_000));
        assertThat(sequence.gap().orElseThrow()).hasToString("kraken trades BTC/USD: ids 11 to 12 are missing");
        assertThat(sequence.gap().orElseThrow().missing()).isEqualTo(2);
    }

    @Test
    void goes_on_when_the_gap_is_filled() {
        sequence.take(trades(10, 13));

        assertThat(ids(sequence.take(trades(9, 10, 11, 12)))).containsExactly(11L, 12L, 13L);
        assertThat(sequence.gap()).isEmpty();
    }

    @Test
    void passes_a_hole_of_the_venue_once_it_is_known_to_be_one() {
        sequence.take(trades(10, 13, 14));
        Gap hole = sequence.gap().orElseThrow();

        assertThat(ids(sequence.skip(hole))).containsExactly(13L, 14L);
        assertThat(sequence.skip(hole)).as("a hole passed before").isEmpty();
        assertThat(sequence.isReady()).isTrue();
    }

    @Test
    void since_an_instant_holds_what_comes_until_it_is_told_the_first_trade() {
        TradeSequence since = TradeSequence.since("BTC/USD", 7_000);

        assertThat(since.take(trades(13, 14, 9))).isEmpty();
        assertThat(since.isBegun()).isFalse();
        assertThat(since.gap()).hasValue(new Gap("BTC/USD", 0, 9, 7_000));

        assertThat(ids(since.begin(trades(11, 12)))).containsExactly(11L, 12L, 13L, 14L);
        assertThat(since.isBegun()).isTrue();
        assertThat(since.gap()).isEmpty();
        assertThat(ids(since.take(trades(10, 15)))).as("10 came before").containsExactly(15L);
    }

    @Test
    void since_an_instant_without_a_trade_begins_behind_what_came_before_it() {
        TradeSequence since = TradeSequence.since("BTC/USD", Scene.trade(14).timeNanos() + 1);
        since.take(trades(13, 14));

        assertThat(since.begin(List.of())).isEmpty();

        assertThat(since.gap()).isEmpty();
        assertThat(ids(since.take(trades(14, 15)))).containsExactly(15L);
    }

    @Test
    void since_an_instant_keeps_what_the_pages_do_not_show_yet() {
        TradeSequence since = TradeSequence.since("BTC/USD", Scene.trade(14).timeNanos());
        since.take(trades(13, 14, 1_000_000_000));

        assertThat(ids(since.begin(List.of()))).containsExactly(14L);
        assertThat(since.gap().orElseThrow().afterId()).isEqualTo(14);
    }

    @Test
    void goes_on_without_a_trade_that_is_let_go() {
        sequence.take(trades(10, 1_000_000_000));

        sequence.drop(1_000_000_000);

        assertThat(sequence.gap()).isEmpty();
        assertThat(ids(sequence.take(trades(11)))).containsExactly(11L);
    }

    @Test
    void resumes_behind_its_cursor() {
        TradeSequence resumed =
                new TradeSequence("BTC/USD", new Cursor(10, Scene.trade(10).timeNanos()));

        assertThat(resumed.take(trades(9, 10, 12))).isEmpty();
        assertThat(resumed.gap().orElseThrow().beforeId()).isEqualTo(12);
        assertThat(ids(resumed.take(trades(11)))).containsExactly(11L, 12L);
    }

    @Test
    void is_the_same_whatever_the_order_and_however_often() {
        List<Long> whole = LongStream.range(100, 200).boxed().toList();
        for (int seed = 0; seed < 50; seed++) {
            List<Long> shuffled = new ArrayList<>(whole);
            shuffled.addAll(whole.subList(seed, whole.size()));
            Collections.shuffle(shuffled, new Random(seed));
            TradeSequence mixed = new TradeSequence("BTC/USD", new Cursor(99, 0));

            List<Long> given = new ArrayList<>();
            shuffled.forEach(id -> given.addAll(ids(mixed.take(trades(id)))));

            assertThat(given).as("seed %d", seed).isEqualTo(whole);
        }
    }

    @Test
    void takes_no_trade_of_another_pair() {
        assertThatThrownBy(() -> new TradeSequence("ETH/USD", null).take(trades(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a trade of BTC/USD in the sequence of ETH/USD");
    }
}
