package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.book.BookScene.BTC;
import static org.cryptosmarttrader.book.BookScene.bar;
import static org.cryptosmarttrader.book.BookScene.fall;
import static org.cryptosmarttrader.book.BookScene.fills;
import static org.cryptosmarttrader.book.BookScene.flat;
import static org.cryptosmarttrader.book.BookScene.orders;
import static org.cryptosmarttrader.book.BookScene.quoted;
import static org.cryptosmarttrader.book.BookScene.rise;

import org.cryptosmarttrader.risk.RiskHit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A quoted spread")
class QuotedSpreadTest {

    private final BookScene scene = new BookScene(BookScene.standard());

    @Test
    void is_paid_by_half_and_the_fill_says_that_nothing_was_assumed() {
        scene.hour(quoted(flat(BTC, 100), 0.004), rise(BTC));
        scene.hour(quoted(flat(BTC, 100), 0.004));
        BookEvents events = scene.hour(quoted(bar(BTC, 101, 102, 101, 102), 0.004));

        // 0.002 + 0.006 * sqrt(20 * 101 / 1,000,000) = 0.002269666; 101.2292 is paid as 101.3
        Fill fill = fills(events).get(0);
        assertThat(fill.slippage()).isCloseTo(0.00226966637, within(1e-10));
        assertThat(fill.price()).isEqualByComparingTo("101.3");
        assertThat(fill.assumptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0101, Double.POSITIVE_INFINITY})
    void refuses_buys_if_it_is_wide_or_nobody_asks(double spread) {
        BookEvents events = scene.hour(quoted(flat(BTC, 100), spread), rise(BTC));

        assertThat(orders(events)).isEmpty();
        assertThat(events.hits()).extracting(RiskHit::rule).contains("spread");
    }

    @Test
    void keeps_nobody_from_selling_and_the_assumed_one_counts_while_nobody_bids() {
        scene.hour(flat(BTC, 100), rise(BTC));
        scene.hours(2, BTC, 100);

        Order sale = orders(scene.hour(quoted(flat(BTC, 100), Double.POSITIVE_INFINITY), fall(BTC)))
                .get(0);
        scene.hour(flat(BTC, 100));
        Fill fill = fills(scene.hour(quoted(flat(BTC, 100), Double.POSITIVE_INFINITY)))
                .get(0);

        assertThat(sale.side()).isEqualTo(Side.SELL);
        assertThat(fill.quantity()).isEqualByComparingTo(sale.quantity());
        // 0.0005 + 0.006 * sqrt(20 * 100 / 1,000,000)
        assertThat(fill.slippage()).isCloseTo(0.00076832816, within(1e-10));
        assertThat(fill.assumptions()).containsExactly(Assumption.SPREAD);
    }
}
