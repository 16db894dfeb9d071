package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedPair.Spell;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list is read each minute, the first time at the start. */
@DisplayName("What is listed at the venue")
class PairListTest {

    private static final long MINUTE = 60_000;
    private static final long NEVER_ENDS = Long.MAX_VALUE;

    @TempDir
    Path folder;

    /** Between two looks. */
    private static long minute(int minute) {
        return START + minute * MINUTE + 30_000;
    }

    private static BoxedPair bitcoin() {
        return BoxedPair.always("BTC/USD", Scene.traded(1, 360, 1_000));
    }

    private static BoxedPair quiet(String symbol) {
        return BoxedPair.always(symbol, List.of());
    }

    private FollowedVenue follow(BoxedPair... pairs) {
        return new FollowedVenue(
                new BoxedVenue(List.of(pairs), FaultPlan.none(), START), folder, OptionalLong.of(START), 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel_only", "post_only", "limit_only", "reduce_only", "maintenance"})
    void stays_listed_and_is_followed_while_its_trade_is_restricted(String status) {
        try (FollowedVenue followed = follow(bitcoin().in(new Spell(minute(0), minute(3), status)))) {
            followed.venue.advanceTo(minute(5));

            assertThat(followed.listings()).containsExactly("LISTED BTC/USD");
            assertThat(followed.trades("BTC/USD"))
                    .extracting(trade -> trade.sequence(0))
                    .isEqualTo(LongStream.range(1, 330).boxed().toList());
            assertThat(followed.venue.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "delisted", "of_tomorrow"})
    void is_delisted_once_it_is_gone(String status) {
        try (FollowedVenue followed =
                follow(quiet("ETH/USD"), bitcoin().in(new Spell(minute(0), NEVER_ENDS, status)))) {
            followed.venue.advanceTo(minute(1));

            assertThat(followed.listings()).containsExactly("LISTED BTC/USD", "LISTED ETH/USD", "DELISTED BTC/USD");
        }
    }

    @Test
    void is_not_listed_before_it_can_be_traded() {
        try (FollowedVenue followed = follow(quiet("ETH/USD"), bitcoin().in(new Spell(0, minute(1), "cancel_only")))) {
            followed.venue.advanceTo(minute(1));
            assertThat(followed.listings()).containsExactly("LISTED ETH/USD");

            followed.venue.advanceTo(minute(2));
            assertThat(followed.listings()).containsExactly("LISTED ETH/USD", "LISTED BTC/USD");
        }
    }

    @Test
    void is_still_followed_after_a_restart_while_its_trade_is_restricted() throws IOException {
        listedBefore("BTC/USD");
        try (FollowedVenue followed = follow(bitcoin().in(new Spell(0, NEVER_ENDS, "cancel_only")))) {
            followed.venue.advanceTo(minute(0));

            assertThat(followed.listings()).isEmpty();
            assertThat(followed.trades("BTC/USD")).hasSize(29);
        }
    }

    private void listedBefore(String... pairs) throws IOException {
        Files.writeString(folder.resolve("cursors.json"), """
                {"offsets":[],"promised":0,"trades":{},"listed":{"kraken":[%s]},"announced":[],"facts":{},"marks":{}}""".formatted(
                        Stream.of(pairs).map(pair -> '"' + pair + '"').collect(Collectors.joining(","))));
    }

    private BoxedPair[] fourOfWhichThreeAreMissing(long from, long until) {
        List<BoxedPair> pairs = new ArrayList<>(List.of(quiet("ETH/USD")));
        for (BoxedPair pair : List.of(bitcoin(), quiet("SOL/USD"), quiet("XRP/USD"))) {
            pairs.add(pair.in(new Spell(from, until, "")));
        }
        return pairs.toArray(BoxedPair[]::new);
    }

    @Test
    void is_not_delisted_because_one_list_was_much_too_short() {
        try (FollowedVenue followed = follow(fourOfWhichThreeAreMissing(minute(0), minute(1)))) {
            followed.venue.advanceTo(minute(1));
            assertThat(followed.feed.complaints())
                    .containsExactly(
                            "the list of pairs lacks most of those known; it is believed if it still does when asked again");

            followed.venue.advanceTo(minute(4));
            assertThat(followed.feed.complaints()).isEmpty();
            assertThat(followed.listings()).hasSize(4).allMatch(listing -> listing.startsWith("LISTED"));
            assertThat(followed.trades("BTC/USD")).hasSize(269);
        }
    }

    @Test
    void is_delisted_if_the_next_list_is_as_short() {
        try (FollowedVenue followed = follow(fourOfWhichThreeAreMissing(minute(0), NEVER_ENDS))) {
            followed.venue.advanceTo(minute(1));
            assertThat(followed.listings()).hasSize(4);

            followed.venue.advanceTo(minute(2));
            assertThat(followed.listings().subList(4, 7))
                    .containsExactly("DELISTED BTC/USD", "DELISTED SOL/USD", "DELISTED XRP/USD");
            assertThat(followed.feed.complaints()).isEmpty();
        }
    }

    @Test
    void is_not_delisted_after_a_restart_by_one_list_either() throws IOException {
        listedBefore("BTC/USD", "ETH/USD", "SOL/USD", "XRP/USD");
        try (FollowedVenue followed = follow(fourOfWhichThreeAreMissing(0, minute(0)))) {
            followed.venue.advanceTo(minute(3));

            assertThat(followed.listings()).isEmpty();
        }
    }

    /** Listed half a minute before it is noticed, with more trades than the WebSocket tells when it is asked for. */
    @Test
    void is_followed_from_when_it_was_not_listed_yet() {
        BoxedPair later = BoxedPair.always("NEW/USD", Scene.traded(minute(0), 1, 600, 100))
                .between(minute(0), NEVER_ENDS);
        BoxedVenue venue = new BoxedVenue(List.of(quiet("ETH/USD"), later), FaultPlan.none(), START);
        try (FollowedVenue followed = new FollowedVenue(venue, folder, OptionalLong.empty(), 50)) {
            venue.advanceTo(minute(3));

            assertThat(followed.trades("NEW/USD"))
                    .extracting(trade -> trade.sequence(0))
                    .isEqualTo(LongStream.rangeClosed(1, 600).boxed().toList());
        }
    }
}
