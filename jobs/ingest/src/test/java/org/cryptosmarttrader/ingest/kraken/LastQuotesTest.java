package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Best bids and asks")
class LastQuotesTest {

    private static final long MINUTE = TickGrid.MINUTE;
    private static final long NEXT = START + TickGrid.HOUR;

    @TempDir
    Path folder;

    private static BoxedTrade trade(long id, long at, String price) {
        return new BoxedTrade(id, at * 1_000_000, price, "1.0", 'b');
    }

    /** The box bids and asks the price of the trade before. */
    @Test
    void are_told_once_an_hour_of_the_pairs_that_traded_in_it() {
        List<BoxedTrade> busy = List.of(
                trade(7, START - 3 * MINUTE, "100.5"),
                trade(8, START - MINUTE, "101.25"),
                trade(9, START + 2_000, "102.75"),
                trade(10, NEXT - MINUTE, "103.0"));
        List<BoxedTrade> quiet = List.of(trade(1, START - 2 * MINUTE, "0.5"));
        BoxedVenue venue = new BoxedVenue(
                List.of(BoxedPair.always("BTC/USD", busy), BoxedPair.always("SOL/USD", quiet)),
                FaultPlan.none(),
                START - 5 * MINUTE,
                20_000);
        try (FollowedVenue followed =
                new FollowedVenue(venue, folder, OptionalLong.of(START - 5 * MINUTE), 50, 60_000)) {
            venue.advanceTo(NEXT + MINUTE);

            assertThat(followed.events(EventKind.QUOTE))
                    .extracting(LastQuotesTest::words)
                    .containsExactly(
                            words("BTC/USD", START - MINUTE, START + 1_000, 101.25),
                            words("SOL/USD", START - 2 * MINUTE, START + 1_000, 0.5),
                            words("BTC/USD", NEXT - MINUTE, NEXT + 1_000, 103.0));
        }
    }

    private static String words(EventBlock quote) {
        assertThat(quote.value(0, EventKind.BID)).isEqualTo(quote.value(0, EventKind.ASK));
        return words(quote.pair(), quote.eventTime(0), quote.availableAt(0), quote.value(0, EventKind.BID));
    }

    private static String words(String pair, long heardAt, long knownAt, double price) {
        return "%s at %+d, told at %+d: %s".formatted(pair, heardAt - START, knownAt - START, price);
    }
}
