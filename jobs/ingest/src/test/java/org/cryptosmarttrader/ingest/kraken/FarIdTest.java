package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.box.FrameFault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trade a second; the third is also sent under an id that is 10^15 ahead, three seconds after the start. */
@DisplayName("A trade under an id far ahead of all others")
class FarIdTest {

    private static final String LEFT_OUT =
            "kraken trades BTC/USD: the venue knows no id 1000000000000009; that trade is left out";

    @TempDir
    Path folder;

    private BoxedVenue venue() {
        return new BoxedVenue(
                List.of(BoxedPair.always("BTC/USD", Scene.traded(7, 100, 1_000))),
                FaultPlan.none().frames(FrameFault.NONE, FrameFault.NONE, FrameFault.FAR_ID),
                START);
    }

    /** There is nobody left who could say whether it was traded. */
    @Test
    void is_not_handed_over_when_the_pair_is_gone() {
        BoxedPair gone = BoxedPair.always("BTC/USD", Scene.traded(7, 15, 1_000)).between(START, START + 20_000);
        BoxedVenue venue = new BoxedVenue(
                List.of(gone, BoxedPair.always("ETH/USD", List.of())),
                FaultPlan.none().frames(FrameFault.NONE, FrameFault.NONE, FrameFault.FAR_ID),
                START);
        try (FollowedVenue followed = new FollowedVenue(venue, folder, OptionalLong.of(START), 50)) {
            venue.advanceTo(START + 70_000);

            assertThat(followed.listings()).endsWith("DELISTED BTC/USD");
            assertThat(ids(followed)).isEqualTo(upTo(21));
            assertThat(followed.feed.complaints())
                    .containsExactly(
                            "kraken trades BTC/USD: the pair is gone before those behind id 21 could be read; 1 that were heard are left out");
        }
    }

    private static List<Long> ids(FollowedVenue followed) {
        return followed.trades("BTC/USD").stream()
                .map(trade -> trade.sequence(0))
                .toList();
    }

    private static List<Long> upTo(long id) {
        return LongStream.rangeClosed(7, id).boxed().toList();
    }

    @Test
    void holds_the_others_up_for_half_a_minute_and_is_left_out() {
        BoxedVenue venue = venue();
        try (FollowedVenue followed = new FollowedVenue(venue, folder, OptionalLong.of(START), 50)) {
            venue.advanceTo(START + 30_000);
            assertThat(ids(followed)).isEqualTo(upTo(8));

            venue.advanceTo(START + 60_500);
            assertThat(ids(followed)).isEqualTo(upTo(66));
            assertThat(followed.feed.complaints()).containsExactly(LEFT_OUT);

            long requests = venue.requests().size();
            venue.advanceTo(START + 100_500);
            assertThat(ids(followed)).isEqualTo(upTo(106));
            // a look at what is listed
            assertThat(venue.requests().size() - requests).isLessThanOrEqualTo(1);
        }
    }
}
