package org.cryptosmarttrader.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.book.Signal;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.findings.Otherwise;
import org.cryptosmarttrader.serving.report.Sensitivity;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A made-up market whose price stands still but for one hour: what is lost is costs, and what is gained is that hour. */
@DisplayName("One thing otherwise")
class VariationsTest {

    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final String BTC = "BTC/USD";

    /** Follows forecasts without a division, at costs that do not hang on the size of an order. */
    private static BookSettings settings() {
        Configuration conf = Configuration.read(
                Answer.home().resolve("conf"),
                Map.of("strategy.use", "forecast", "risk.portfolio.allocation", "none", "execution.impact", "0"));
        return conf.trading().book(HOURLY);
    }

    /** Bought by the forecast of hour 2, sold by that of hour 8; the price rises by a tenth in hour {@code jump}. */
    private static BookReplay replay(int jump) {
        List<BookTick> ticks = new ArrayList<>();
        for (int hour = 0; hour < 20; hour++) {
            double open = hour <= jump ? 100 : 110;
            double close = hour < jump ? 100 : 110;
            PairQuote quote =
                    new PairQuote(BTC, true, open, 110, 100, close, 1e6, 1e8, Double.NaN, Double.NaN, 0.001, 1e8, 0);
            List<Signal> signals = new ArrayList<>();
            if (hour == 2 || hour == 8) {
                double up = hour == 2 ? 0.9 : 0.1;
                signals.add(new Signal(BTC, new Horizon(24), up, 0.05, 0.1, 0.001, "NORMAL/UP", false, true));
            }
            ticks.add(new BookTick(HOURLY.tick(hour), hour, List.of(quote), signals));
        }
        return new BookReplay(ticks, 0);
    }

    private static Map<String, Otherwise> tried(int jump) throws InterruptedException {
        Sensitivity tried = Variations.of(replay(jump), settings(), 2);
        Map<String, Otherwise> byName = new TreeMap<>();
        tried.accounts().get("USD").get("RESEARCH").forEach(one -> byName.put(one.name(), one));
        return byName;
    }

    @Test
    void is_costs_delay_capital_and_each_size_somewhat_smaller_and_larger() throws InterruptedException {
        assertThat(tried(1).keySet())
                .containsExactlyInAnyOrder(
                        "fees and slippage doubled",
                        "every forecast heard a tick later",
                        "ten times the capital",
                        "sizing.kellyFraction × 0.75",
                        "sizing.kellyFraction × 1.25",
                        "sizing.targetVolatility × 0.75",
                        "sizing.targetVolatility × 1.25",
                        "sizing.maxWeight × 0.75",
                        "sizing.maxWeight × 1.25",
                        "portfolio.paybackHours × 0.75",
                        "portfolio.paybackHours × 1.25",
                        "minimumTrade × 0.75",
                        "minimumTrade × 1.25");
    }

    @Test
    void costs_twice_as_much_at_twice_the_costs() throws InterruptedException {
        // a fifth of equity, bought and sold at 0.4 % and half of 0.1 % each way: 0.2 * 0.009 of equity
        Otherwise doubled = tried(1).get("fees and slippage doubled");

        assertThat(doubled.kind()).isEqualTo(Otherwise.Kind.COSTS);
        assertThat(doubled.fills()).isEqualTo(2);
        assertThat(doubled.totalReturn()).isCloseTo(-2 * 0.2 * 0.009, within(2e-5));
    }

    @Test
    void misses_by_a_tick_what_happens_in_it() throws InterruptedException {
        // the order of hour 2 is filled at the open of hour 4, in which the price rises; heard an hour later it comes
        // too late
        Map<String, Otherwise> tried = tried(4);

        assertThat(tried.get("minimumTrade × 0.75").totalReturn()).isCloseTo(0.2 * (0.1 - 0.0095), within(2e-4));
        assertThat(tried.get("every forecast heard a tick later").totalReturn()).isCloseTo(-0.22 * 0.009, within(2e-5));
    }

    @Test
    void scales_what_is_won_with_the_largest_position() throws InterruptedException {
        Map<String, Otherwise> tried = tried(4);

        assertThat(tried.get("sizing.maxWeight × 0.75").totalReturn())
                .isCloseTo(0.75 * tried.get("minimumTrade × 0.75").totalReturn(), within(1e-4));
        assertThat(tried.get("ten times the capital").totalReturn())
                .isGreaterThan(tried.get("minimumTrade × 0.75").totalReturn());
        assertThat(settings().execution().capital().get("USD")).isEqualByComparingTo(new BigDecimal("10000"));
    }
}
