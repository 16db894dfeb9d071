package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a market order costs")
class ExecutionModelTest {

    private final ExecutionModel model = new ExecutionModel(BookScene.execution());

    @Test
    void is_half_the_spread_and_the_impact_of_the_golden_vector_I5() {
        Golden golden = Golden.vector("I5-");
        double slippage = model.slippage(
                golden.input("spread"),
                golden.input("sigma_hour"),
                golden.input("orderNotional"),
                golden.input("barQuoteVolume"));
        PairQuote wide = BookScene.bar("BTC/USD", 30_000, 40_000, 20_000, 30_000);

        golden.check("slippage", slippage);
        golden.check("buyFill", model.price(Side.BUY, golden.input("open"), slippage, wide));
        golden.check("sellFill", model.price(Side.SELL, golden.input("open"), slippage, wide));
    }

    @Test
    void is_the_golden_vector_I6_where_the_bars_are_thin() {
        Golden golden = Golden.vector("I6-");
        double[] volumes = Golden.numbers(golden.inputs().get("barQuoteVolume"));
        double[] filled = Golden.numbers(golden.outputs().get("filled"));
        double left = golden.input("orderNotional");
        for (int bar = 0; bar < golden.input("maxBars"); bar++) {
            double fill = model.fillable(left, volumes[bar]);
            golden.check("bar " + bar, fill, filled[bar]);
            left -= fill;
        }
        golden.check("cancelled", left);
    }

    @Test
    void is_the_default_spread_where_none_is_recorded() {
        assertThat(model.spread(BookScene.bar("BTC/USD", 1, 1, 1, 1))).isEqualTo(0.0010);
    }

    @Test
    void is_the_quoted_spread_where_one_is_recorded_and_the_default_where_nobody_bids_or_asks() {
        PairQuote bar = BookScene.bar("BTC/USD", 1, 1, 1, 1);

        assertThat(model.spread(BookScene.quoted(bar, 0.004))).isEqualTo(0.004);
        assertThat(model.spread(BookScene.quoted(bar, Double.POSITIVE_INFINITY)))
                .isEqualTo(0.0010);
    }

    @Test
    void goes_beyond_the_range_of_the_bar_only_in_the_traders_disfavour() {
        PairQuote narrow = BookScene.bar("BTC/USD", 100, 101, 99, 100);

        assertThat(model.price(Side.BUY, 100, 0.05, narrow)).isCloseTo(105, within(1e-12));
        assertThat(model.price(Side.SELL, 100, 0.05, narrow)).isCloseTo(95, within(1e-12));
        assertThat(model.price(Side.BUY, 98, 0, narrow)).isEqualTo(99);
        assertThat(model.price(Side.SELL, 102, 0, narrow)).isEqualTo(101);
    }

    @Test
    void is_the_worst_price_of_the_bar_while_volatility_is_unknown() {
        PairQuote quote = BookScene.bar("BTC/USD", 100, 103, 98, 100);

        assertThat(model.slippage(0.001, Double.NaN, 1_000, 1_000_000)).isNaN();
        assertThat(model.price(Side.BUY, 100, Double.NaN, quote)).isEqualTo(103);
        assertThat(model.price(Side.SELL, 100, Double.NaN, quote)).isEqualTo(98);
    }

    @Test
    void is_unknown_where_nothing_trades() {
        assertThat(model.slippage(0.001, 0.01, 1_000, 0)).isNaN();
    }
}
