package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cryptosmarttrader.history.Scene.FEED;
import static org.cryptosmarttrader.history.Scene.HOURLY;
import static org.cryptosmarttrader.history.Scene.MINUTES;
import static org.cryptosmarttrader.history.Scene.TRADES;

import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeeds.Span;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The feeds that bars are folded from")
class MarketFeedsTest {

    private final MarketFeeds feeds = new MarketFeeds(Map.of(
            "BTC/USD", List.of(new Span(FEED, Long.MIN_VALUE, 1_000), new Span(TRADES, 1_000, 2_000)),
            "*/USD", List.of(new Span(MINUTES, Long.MIN_VALUE, Long.MAX_VALUE))));

    @Test
    void are_chosen_by_the_start_of_the_bar() {
        assertThat(feeds.feedOf("BTC/USD", 999)).contains(FEED);
        assertThat(feeds.feedOf("BTC/USD", 1_000)).contains(TRADES);
        assertThat(feeds.feedOf("BTC/USD", 1_999)).contains(TRADES);
    }

    @Test
    void of_a_pair_that_is_named_have_no_fallback() {
        assertThat(feeds.feedOf("BTC/USD", 2_000)).isEmpty();
    }

    @Test
    void of_all_pairs_of_a_quote_currency_may_be_named_together() {
        assertThat(feeds.feedOf("ETH/USD", 5)).contains(MINUTES);
        assertThat(feeds.feedOf("ETH/USDT", 5)).isEmpty();
        assertThat(MarketFeeds.always("*/EUR", FEED).feedOf("BTC/EUR", Long.MIN_VALUE))
                .contains(FEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kraken:trade", "kraken:bar:60m", "binance:bar:1m"})
    void are_written_as_they_are_read(String id) {
        assertThat(MarketFeed.parse(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kraken",
                "kraken:",
                "kraken:trades",
                "kraken:bar",
                "kraken:bar:60",
                "kraken:bar:0m",
                "a:b:c:d",
                "kraken:bar:60m:"
            })
    void refuse_another_spelling(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketFeed.parse(id))
                .withMessage("market feed '%s': expected SOURCE:trade or SOURCE:bar:MINUTESm, e.g. kraken:bar:60m"
                        .formatted(id));
    }

    @Test
    void fit_a_grid_whose_bars_they_divide() {
        assertThat(TRADES.fits(HOURLY)).isTrue();
        assertThat(MINUTES.fits(HOURLY)).isTrue();
        assertThat(new MarketFeed("test-venue", EventKind.BAR, TickGrid.DAY).fits(HOURLY))
                .isFalse();
        assertThat(new MarketFeed("test-venue", EventKind.BAR, 7 * TickGrid.MINUTE).fits(HOURLY))
                .isFalse();
    }

    @Test
    void carry_market_events_only() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketFeed("kraken", EventKind.MODEL, 0))
                .withMessageContaining("kind is MODEL, expected BAR or TRADE");
    }

    @Test
    void have_a_source_that_can_stand_in_an_id() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketFeed.parse(":trade"))
                .withMessage("market feed: source is '', expected a name without ':'");
        assertThatIllegalArgumentException().isThrownBy(() -> new MarketFeed("a:b", EventKind.TRADE, 0));
    }
}
