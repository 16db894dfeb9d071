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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Kraken's market, followed")
class KrakenFeedTest {

    @TempDir
    Path folder;

    /** Twenty trades, one a second, and half a minute more. */
    @ParameterizedTest
    @EnumSource(
            value = FrameFault.class,
            names = {"MISSING", "REORDERED", "CUT", "CLOSED", "DEAD", "SILENCE"})
    void hands_each_trade_over_once_and_in_order_whatever_hides_one(FrameFault fault) {
        BoxedVenue venue = new BoxedVenue(
                List.of(BoxedPair.always("BTC/USD", Scene.traded(7, 20, 1_000))),
                FaultPlan.none().frames(FrameFault.NONE, fault),
                START);
        try (FollowedVenue followed = new FollowedVenue(venue, folder, OptionalLong.of(START), 50)) {
            venue.advanceTo(START + 50_000);

            assertThat(followed.trades("BTC/USD"))
                    .extracting(trade -> trade.sequence(0))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(7, 26).boxed().toList());
            assertThat(followed.feed.complaints()).isEmpty();
        }
    }
}
