package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;

import java.net.URI;
import java.util.List;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.box.HttpFault;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Kraken's REST through a real socket")
class KrakenRestTest {

    private static final TradedPair BITCOIN = Scene.pair("BTC/USD");

    private final JumpingClock clock = new JumpingClock(START + 10_000_000);
    private final FaultPlan plan = FaultPlan.none();
    private final BoxedVenue venue = new BoxedVenue(
            List.of(BoxedPair.always("BTC/USD", Scene.traded(501, 1_500, 1_000))), plan, START + 10_000_000);
    private final KrakenRest rest = Scene.rest(venue.http(), clock, 4);

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void tells_pairs_state_and_time() throws Exception {
        assertThat(rest.assetPairs(Scene.RULES).value().pairs()).singleElement().isEqualTo(BITCOIN);
        assertThat(rest.systemStatus().value()).isEqualTo("online");
        assertThat(rest.serverTime().value()).isEqualTo(START + 10_000_000);
    }

    @Test
    void pages_trades_by_their_cursor() throws Exception {
        Answer<TradesPage> first = rest.trades(BITCOIN, START * 1_000_000, KrakenRest.PAGE);
        Answer<TradesPage> second = rest.trades(BITCOIN, first.value().last(), KrakenRest.PAGE);
        Answer<TradesPage> third = rest.trades(BITCOIN, second.value().last(), KrakenRest.PAGE);

        assertThat(Scene.ids(first.value().trades()))
                .hasSize(1_000)
                .startsWith(501L)
                .endsWith(1_500L);
        assertThat(Scene.ids(second.value().trades()))
                .hasSize(500)
                .startsWith(1_501L)
                .endsWith(2_000L);
        assertThat(third.value().trades()).isEmpty();
        assertThat(third.value().last()).isEqualTo(second.value().last());
        assertThat(first.reply().url())
                .isEqualTo(venue.http() + venue.requests().get(0));
        assertThat(first.reply().fetchedAt()).isEqualTo(START + 10_000_000);
    }

    @Test
    void asks_for_one_pair_once_a_second() throws Exception {
        for (int call = 0; call < 3; call++) {
            rest.trades(BITCOIN, START * 1_000_000, 1);
        }

        assertThat(clock.waits()).containsExactly(1_000L, 1_000L);
    }

    @Test
    void asks_five_times_a_second_in_all() throws Exception {
        for (int call = 0; call < 7; call++) {
            rest.serverTime();
        }

        assertThat(clock.waits()).containsExactly(200L, 200L);
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpFault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "RESET"})
    void reads_again_after_each_fault_of_the_moment(HttpFault fault) throws Exception {
        plan.http(fault);

        assertThat(rest.systemStatus().value()).isEqualTo("online");

        assertThat(venue.requests()).hasSize(2);
        assertThat(rest.health().retried()).isEqualTo(1);
        assertThat(rest.health().succeeded()).isEqualTo(1);
        assertThat(clock.waits()).hasSize(1);
    }

    @Test
    void reads_again_after_a_connection_that_ended_without_a_word() throws Exception {
        // the JDK's client repeats such a request once by itself
        plan.http(HttpFault.RESET, HttpFault.RESET);

        assertThat(rest.systemStatus().value()).isEqualTo("online");

        assertThat(venue.requests()).hasSize(3);
        assertThat(rest.health().retried()).isEqualTo(1);
    }

    @Test
    void waits_exactly_as_long_as_it_is_told_to() throws Exception {
        plan.http(HttpFault.TOO_MANY_REQUESTS, HttpFault.THROTTLED);

        rest.systemStatus();

        // Retry-After: 2, then the second at which to come back: the venue's clock stands, ours went on by 2 s
        assertThat(clock.waits()).containsExactly(2_000L, 1_000L);
        assertThat(rest.health().rateLimited()).isEqualTo(2);
    }

    @Test
    void is_silent_for_long_after_having_asked_too_often() throws Exception {
        plan.http(HttpFault.RATE_LIMIT, HttpFault.RATE_LIMIT);

        rest.systemStatus();

        assertThat(clock.waits().get(0)).isBetween(5_000L, 10_000L);
        assertThat(clock.waits().get(1)).isBetween(10_000L, 20_000L);
    }

    @Test
    void gives_up_an_error_no_table_knows_after_three_tries() {
        plan.http(HttpFault.UNKNOWN_ERROR, HttpFault.UNKNOWN_ERROR, HttpFault.UNKNOWN_ERROR, HttpFault.UNKNOWN_ERROR);

        assertThatThrownBy(rest::systemStatus).hasMessage("kraken: EGeneral:Something new");

        assertThat(venue.requests()).hasSize(3);
        assertThat(rest.health().unknownErrors()).containsEntry("EGeneral:Something new", 3L);
    }

    @Test
    void asks_once_what_is_wrong_for_good() {
        assertThatThrownBy(() -> rest.trades(Scene.pair("ETH/USD"), START * 1_000_000, 1))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.mayBeRetried()).isFalse())
                .hasMessage("kraken: EQuery:Unknown asset pair");

        assertThat(venue.requests()).hasSize(1);
        assertThat(rest.health().refused()).isEqualTo(1);
    }

    @Test
    void leaves_a_venue_alone_that_is_down() throws Exception {
        KrakenRest once = Scene.rest(venue.http(), clock, 1);
        for (int call = 0; call < 5; call++) {
            plan.http(HttpFault.UNAVAILABLE);
            assertThatThrownBy(once::systemStatus).hasMessageEndingWith("HTTP 503");
        }

        assertThatThrownBy(once::systemStatus).hasMessageContaining("left alone for another 60000 ms");
        assertThat(venue.requests()).hasSize(5);
        assertThat(once.health().refusedByBreaker()).isEqualTo(1);

        clock.pass(60_000);
        assertThat(once.systemStatus().value()).isEqualTo("online");
    }

    @Test
    void says_when_nobody_is_there() {
        KrakenRest nobody = Scene.rest(URI.create("http://127.0.0.1:1"), clock, 2);

        assertThatThrownBy(nobody::systemStatus)
                .hasMessageContaining("kraken: http://127.0.0.1:1/0/public/SystemStatus: ConnectException");
        assertThat(nobody.health().retried()).isEqualTo(2);
    }

    @Test
    void refuses_a_reply_that_is_too_long() {
        HttpSource narrow = new HttpSource(
                new HttpSource.Settings("kraken", venue.http(), 2_000, 2_000, "test", 10), List.of(), clock);

        assertThatThrownBy(() -> narrow.ask(Request.get("/0/public/Time")))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.mayBeRetried()).isFalse())
                .hasMessageContaining("longer than 10 bytes");
    }

    @Test
    void never_says_a_secret() {
        HttpSource keyed = new HttpSource(
                new HttpSource.Settings("other", venue.http(), 2_000, 2_000, "test", 1 << 20),
                List.of("s3cr+t"),
                clock);

        assertThatThrownBy(() -> keyed.ask(Request.get("/nowhere?key=s3cr%2Bt&again=s3cr+t")))
                .hasMessage("other: %s/nowhere?key=***&again=***: HTTP 404".formatted(venue.http()));
    }
}
