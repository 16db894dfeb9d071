package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;
import static org.cryptosmarttrader.ingest.kraken.Scene.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.kraken.GapRefill.Outcome;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A gap filled from REST")
class GapRefillTest {

    private static final TradedPair BITCOIN = Scene.pair("BTC/USD");
    private static final long LATER = START + 10_000_000;

    private final List<Long> given = new ArrayList<>();
    private final List<Gap> holes = new ArrayList<>();

    /** A sequence that has seen the first trade, and then one of an id far behind. */
    private Outcome fill(List<BoxedTrade> traded, long seenId, int mostPages)
            throws SourceException, InterruptedException {
        BoxedVenue venue = new BoxedVenue(List.of(BoxedPair.always("BTC/USD", traded)), FaultPlan.none(), LATER);
        try (venue) {
            KrakenRest rest = Scene.rest(venue.http(), new JumpingClock(LATER), 2);
            TradeSequence sequence = new TradeSequence(
                    "BTC/USD", new Cursor(traded.get(0).id(), traded.get(0).timeNanos()));
            sequence.take(Scene.trades(seenId));
            return new GapRefill(rest, mostPages).fill(BITCOIN, sequence.gap().orElseThrow(), taker(sequence));
        }
    }

    private GapRefill.Taker taker(TradeSequence sequence) {
        return new GapRefill.Taker() {
            @Override
            public Optional<Gap> page(List<Trade> trades) {
                given.addAll(ids(sequence.take(trades)));
                return sequence.gap();
            }

            @Override
            public Optional<Gap> hole(Gap hole) {
                holes.add(hole);
                given.addAll(ids(sequence.skip(hole)));
                return sequence.gap();
            }
        };
    }

    private static List<Long> from(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void is_read_page_by_page_until_the_ids_meet() throws Exception {
        assertThat(fill(Scene.traded(1, 2_500, 100), 2_300, 10)).isEqualTo(Outcome.FILLED);

        assertThat(given).isEqualTo(from(2, 2_500));
        assertThat(holes).isEmpty();
    }

    @Test
    void is_left_for_another_walk_when_there_are_many_pages() throws Exception {
        assertThat(fill(Scene.traded(1, 2_500, 100), 2_300, 2)).isEqualTo(Outcome.MORE);

        assertThat(given).isEqualTo(from(2, 2_000));
    }

    @Test
    void is_not_filled_while_the_venue_itself_is_behind() throws Exception {
        assertThat(fill(Scene.traded(1, 50, 100), 60, 10)).isEqualTo(Outcome.BEHIND);

        assertThat(given).isEqualTo(from(2, 50));
        assertThat(holes).isEmpty();
    }

    @Test
    void is_real_if_one_page_shows_both_its_sides() throws Exception {
        List<BoxedTrade> traded = Scene.traded(1, 50, 100);
        traded.removeIf(trade -> trade.id() >= 20 && trade.id() < 25);

        assertThat(fill(traded, 40, 10)).isEqualTo(Outcome.FILLED);

        assertThat(given).doesNotContain(20L, 24L).contains(19L, 25L).hasSize(44);
        assertThat(holes).singleElement().satisfies(hole -> assertThat(hole)
                .hasToString("kraken trades BTC/USD: ids 20 to 24 are missing"));
    }

    /** The page ends between trades of one nanosecond, and its cursor leads behind all of them. */
    @Test
    void is_not_real_because_the_border_of_two_pages_cut_it() throws Exception {
        List<BoxedTrade> traded = new ArrayList<>();
        for (BoxedTrade trade : Scene.traded(1, 1_200, 100)) {
            boolean isAtBorder = trade.id() > 995 && trade.id() <= 1_005;
            long nanos = isAtBorder ? (START + 99_600) * 1_000_000 : trade.timeNanos();
            traded.add(new BoxedTrade(trade.id(), nanos, trade.price(), trade.quantity(), trade.side()));
        }

        assertThat(fill(traded, 1_150, 10)).isEqualTo(Outcome.FILLED);

        assertThat(given).isEqualTo(from(2, 1_200));
        assertThat(holes).isEmpty();
    }
}
