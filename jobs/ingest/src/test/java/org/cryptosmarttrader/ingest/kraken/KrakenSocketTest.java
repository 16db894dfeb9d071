package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;
import static org.cryptosmarttrader.ingest.kraken.Scene.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.box.FrameFault;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Kraken's WebSocket through a real socket")
class KrakenSocketTest {

    private static final List<Long> ALL = LongStream.rangeClosed(7, 26).boxed().toList();

    /** Twenty trades, one a second, and half a minute more. */
    private static Follower follow(FaultPlan plan) {
        BoxedVenue venue =
                new BoxedVenue(List.of(BoxedPair.always("BTC/USD", Scene.traded(7, 20, 1_000))), plan, START);
        Follower follower = new Follower(venue, List.of("BTC/USD"), 50);
        venue.advanceTo(START + 50_000);
        return follower;
    }

    @Test
    void tells_trades_and_tickers_as_they_happen() {
        try (Follower follower = follow(FaultPlan.none())) {
            assertThat(ids(follower.trades())).isEqualTo(ALL);
            assertThat(follower.count("ticker BTC/USD")).isEqualTo(20);
            assertThat(follower.events()).contains(START + " status online", START + " followed BTC/USD");
            Trade first = follower.trades().get(0);
            assertThat(first.price().toPlainString()).isEqualTo("100.50");
            assertThat(new String(first.raw()))
                    .startsWith("{\"symbol\":\"BTC/USD\"")
                    .contains("\"trade_id\":7,");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FrameFault.class,
            names = {"NONE", "DUPLICATE", "IN_PARTS", "GARBAGE"})
    void misses_nothing_by_what_hides_nothing(FrameFault fault) {
        try (Follower follower = follow(FaultPlan.none().frames(FrameFault.NONE, fault))) {
            assertThat(ids(follower.trades()).stream().distinct()).containsExactlyElementsOf(ALL);
            assertThat(follower.count("lost")).isZero();
        }
    }

    @Test
    void counts_what_it_cannot_understand_and_stays() {
        try (Follower follower = follow(FaultPlan.none().frames(FrameFault.CUT, FrameFault.GARBAGE))) {
            assertThat(follower.socket.status().connections())
                    .singleElement()
                    .satisfies(connection -> assertThat(connection.odd()).isEqualTo(2))
                    .satisfies(connection -> assertThat(connection.connects()).isEqualTo(1));
        }
    }

    @Test
    void gives_a_silent_connection_up_after_five_seconds_and_comes_back() {
        try (Follower follower =
                follow(FaultPlan.none().frames(FrameFault.NONE, FrameFault.NONE, FrameFault.SILENCE))) {
            // the last message, a heartbeat, came at 3 s; looked is each second, from 0.4 s on
            assertThat(follower.events()).contains(START + 8_400 + " lost [BTC/USD]");
            assertThat(follower.count("connected")).isEqualTo(2);
            assertThat(follower.count("followed BTC/USD")).isEqualTo(2);
            assertThat(follower.venue.connections()).isEqualTo(2);
        }
    }

    @Test
    void says_something_each_half_minute() {
        try (Follower follower = follow(FaultPlan.none())) {
            follower.venue.advanceTo(START + 95_000);

            assertThat(follower.venue.messages())
                    .filteredOn(message -> message.contains("ping"))
                    .hasSize(3);
        }
    }

    /** Of 120 pairs the venue does not know one. */
    @Test
    void spreads_pairs_and_lets_a_bad_one_fail_alone() {
        List<String> names =
                IntStream.range(100, 220).mapToObj(i -> "C" + i + "/USD").toList();
        List<BoxedPair> known = names.subList(1, 120).stream()
                .map(name -> BoxedPair.always(name, List.of()))
                .toList();
        BoxedVenue venue = new BoxedVenue(known, FaultPlan.none(), START);
        Follower follower = new Follower(venue, names.subList(1, 120), 50);
        try (follower) {
            venue.advanceTo(START + 3_000);
            follower.follow(names);
            venue.advanceTo(START + 6_000);

            List<SocketStatus.Connection> connections = follower.socket.status().connections();
            assertThat(connections)
                    .extracting(connection -> connection.pairs().size())
                    .containsExactly(50, 50, 20);
            assertThat(connections).allSatisfy(connection -> assertThat(connection.unanswered())
                    .isEmpty());
            assertThat(follower.count("followed")).isEqualTo(119);
            assertThat(connections.get(2).refused())
                    .containsExactly(
                            Map.entry("ticker C100/USD", "Currency pair not supported C100/USD"),
                            Map.entry("trade C100/USD", "Currency pair not supported C100/USD"));
            assertThat(venue.messages()).allSatisfy(message -> assertThat(message.split("C[0-9]+/USD", -1).length - 1)
                    .isLessThanOrEqualTo(50));
        }
    }

    @Test
    void leaves_what_is_followed_no_more() {
        try (Follower follower = follow(FaultPlan.none())) {
            follower.follow(List.of());

            assertThat(follower.socket.status().connections()).isEmpty();
        }
    }

    @Test
    void connects_a_hundred_and_twenty_times_in_ten_minutes_at_most() throws InterruptedException {
        JumpingClock clock = new JumpingClock(START);
        ConnectBudget budget = new ConnectBudget(clock);
        List<Long> connects = new ArrayList<>();
        for (int connect = 0; connect < 300; connect++) {
            budget.take();
            connects.add(clock.millis());
            clock.pass(1_000);
        }

        for (int i = 120; i < connects.size(); i++) {
            assertThat(connects.get(i) - connects.get(i - 120)).isGreaterThanOrEqualTo(600_000);
        }
        assertThat(connects.get(119)).isEqualTo(START + 119_000);
    }
}
