package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand trades of 2025-11-10, seven hours, of which 586 instants are distinct. */
@DisplayName("Recorded trades replayed by the venue in a box")
class RecordedMarketTest {

    private static final long LAST_HOUR = 3_600_000;

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

        try (Follower follower =
                new Follower(venue, Map.of("BTC/USD", new Cursor(first.id() - 1, start * 1_000_000)), 50)) {
            venue.advanceTo(end);

            List<Trade> given = follower.given("BTC/USD");
            assertThat(given)
                    .usingRecursiveFieldByFieldElementComparatorOnFields(
                            "id", "eventTimeMillis", "price", "quantity", "side")
                    .isEqualTo(recorded);
            assertThat(follower.gaps()).isNotEmpty();
            assertThat(follower.holes()).isEmpty();
        }
    }
}
