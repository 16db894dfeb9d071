package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand trades of 2025-11-10, seven hours, of which 586 instants are distinct. */
@DisplayName("Recorded trades replayed by the venue in a box")
class RecordedMarketTest {

    private static final long LAST_HOUR = 3_600_000;

    @TempDir
    Path folder;

    private static List<Trade> recorded() throws IOException, SourceException {
        byte[] reply = Files.readAllBytes(Golden.shared("data/kraken-api/nautilus/http_trades.json"));
        return TradesPage.parse(reply, "BTC/USD", Long.MAX_VALUE).trades();
    }

    private static BoxedTrade boxed(Trade trade) {
        return new BoxedTrade(
                trade.id(),
                trade.timeNanos(),
                trade.price().toPlainString(),
                trade.quantity().toPlainString(),
                trade.side() == Trade.BUY ? 'b' : 's');
    }

    @Tag("long") // 25,000 heartbeats
    @Test
    void come_out_as_they_were_recorded_whatever_goes_wrong() throws IOException, SourceException {
        List<Trade> recorded = recorded();
        Trade first = recorded.get(0);
        long start = first.eventTimeMillis() - 1_000;
        long end = recorded.get(recorded.size() - 1).eventTimeMillis() + 60_000;
        BoxedVenue venue = new BoxedVenue(
                List.of(BoxedPair.always(
                        "BTC/USD",
                        recorded.stream().map(RecordedMarketTest::boxed).toList())),
                FaultPlan.seeded(1, start, end - LAST_HOUR),
                start);

        try (FollowedVenue followed = new FollowedVenue(venue, folder, OptionalLong.of(start), 50)) {
            venue.advanceTo(end);

            assertThat(followed.trades("BTC/USD"))
                    .extracting(
                            trade -> trade.sequence(0),
                            trade -> trade.eventTime(0),
                            trade -> trade.value(0, EventKind.PRICE),
                            trade -> trade.value(0, EventKind.QUANTITY),
                            trade -> trade.value(0, EventKind.SIDE))
                    .containsExactlyElementsOf(recorded.stream()
                            .map(trade -> tuple(
                                    trade.id(),
                                    trade.eventTimeMillis(),
                                    trade.price().doubleValue(),
                                    trade.quantity().doubleValue(),
                                    (double) trade.side()))
                            .toList());
            assertThat(venue.requests()).anyMatch(request -> request.contains("/Trades?"));
            followed.requireAlive();
            assertThat(followed.feed.complaints()).noneMatch(complaint -> complaint.contains(" ids "));
        }
    }
}
