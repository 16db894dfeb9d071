package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.cryptosmarttrader.book.CostMethod;
import org.cryptosmarttrader.book.Side;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A round trip")
class RoundTripsTest {

    private static final long HOUR = 3_600_000;

    private RoundTrips trips = new RoundTrips(CostMethod.FIFO);
    private int fills;

    private void buy(int hour, String quantity, String price, String fee) {
        fill(hour, Side.BUY, quantity, price, fee, "0");
    }

    private void sell(int hour, String quantity, String price, String fee, String realised) {
        fill(hour, Side.SELL, quantity, price, fee, realised);
    }

    private void fill(int hour, Side side, String quantity, String price, String fee, String realised) {
        trips.add(new TradeTally.Execution(
                "fill-" + fills++,
                hour * HOUR,
                "BTC/USD",
                side,
                new BigDecimal(quantity),
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(fee),
                0.001,
                null,
                new BigDecimal(realised),
                ""));
    }

    private RoundTrip last() {
        return trips.all().get(trips.all().size() - 1);
    }

    @Test
    void makes_its_profit_over_what_was_paid() {
        buy(0, "2", "100", "1");
        // 110 − 1 − 100.50
        sell(5, "1", "110", "1", "8.5");

        assertThat(last().cost()).isEqualByComparingTo("100.5");
        assertThat(last().share()).isCloseTo(8.5 / 100.5, within(1e-15));
        assertThat(last().hoursHeld()).isEqualTo(5);
    }

    @Test
    void is_held_as_long_as_its_lots_were_by_quantity() {
        buy(0, "1", "100", "0");
        buy(6, "3", "100", "0");
        // 1 for ten hours, 3 for four
        sell(10, "4", "110", "0", "40");

        assertThat(last().hoursHeld()).isCloseTo((10 + 3 * 4) / 4.0, within(1e-12));
    }

    @Test
    void sells_the_oldest_lot_first() {
        buy(0, "1", "100", "0");
        buy(6, "1", "120", "0");
        sell(10, "1", "110", "0", "10");
        sell(11, "1", "110", "0", "-10");

        assertThat(trips.all()).extracting(RoundTrip::hoursHeld).containsExactly(10.0, 5.0);
    }

    @Test
    void of_a_lot_from_before_the_first_fill_was_held_nobody_knows_how_long() {
        sell(1, "1", "110", "0", "10");
        buy(2, "1", "100", "0");
        sell(3, "1", "110", "0", "10");

        assertThat(trips.all()).extracting(RoundTrip::hoursHeld).containsExactly(Double.NaN, Double.NaN);
        assertThat(last().share()).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void whose_lots_do_not_make_what_the_book_realised_was_held_nobody_knows_how_long() {
        buy(2, "1", "100", "0");
        // by an older lot that cost 90
        sell(3, "1", "110", "0", "20");

        assertThat(last().hoursHeld()).isNaN();
    }

    @Test
    void by_average_cost_is_held_by_its_oldest_lots_all_the_same() {
        trips = new RoundTrips(CostMethod.AVERAGE);
        buy(0, "1", "100", "0");
        buy(6, "1", "120", "0");
        // 130 − 110
        sell(10, "1", "130", "0", "20");

        assertThat(last().hoursHeld()).isEqualTo(10);
        assertThat(last().share()).isCloseTo(20.0 / 110, within(1e-15));
    }
}
