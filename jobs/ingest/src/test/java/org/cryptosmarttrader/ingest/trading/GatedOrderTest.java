package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An order that may go to a venue")
class GatedOrderTest {

    private static final long TICK = 1_762_819_205_000L;

    static RowBatch row(String lane, String id, String status, String quantity) {
        RowBuilder rows = new RowBuilder(Datasets.ORDERS);
        rows.row()
                .set(0, TICK)
                .set(1, lane)
                .set(2, id)
                .set(3, TICK)
                .set(4, "BTC/USD")
                .set(5, "BUY")
                .set(6, status)
                .set(8, quantity)
                .set(9, "150.10")
                .set(10, "0");
        return rows.build();
    }

    @Test
    void is_a_new_one_of_the_lane_GATED() throws IOException {
        RowBatch row = row("GATED", "GATED:BTC/USD:1762819205000:BUY", "NEW", "0.00015000");

        assertThat(GatedOrder.of(row, 0))
                .contains(new GatedOrder(
                        "GATED:BTC/USD:1762819205000:BUY",
                        "BTC/USD",
                        Side.BUY,
                        new BigDecimal("0.00015000"),
                        new BigDecimal("150.10"),
                        TICK));
    }

    @ParameterizedTest
    @CsvSource({"RESEARCH, NEW", "RESEARCH, CANCELLED", "GATED, CANCELLED", "GATED, REFUSED"})
    void is_none_of_another_lane_or_one_that_is_over(String lane, String status) throws IOException {
        assertThat(GatedOrder.of(row(lane, lane + ":BTC/USD:1762819205000:BUY", status, "1"), 0))
                .isEmpty();
    }

    @Test
    void cannot_be_made_of_one_for_research() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GatedOrder(
                        "RESEARCH:BTC/USD:1762819205000:BUY",
                        "BTC/USD",
                        Side.BUY,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        TICK))
                .withMessageContaining("only orders of the lane GATED go to a venue");
    }

    @Test
    void is_refused_if_a_row_calls_an_order_for_research_gated() {
        assertThatIOException()
                .isThrownBy(() -> GatedOrder.of(row("GATED", "RESEARCH:BTC/USD:1762819205000:BUY", "NEW", "1"), 0))
                .withMessageContaining("expected the id GATED:BTC/USD:1762819205000:BUY");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN", "one"})
    void has_a_quantity(String quantity) {
        assertThatIOException()
                .isThrownBy(() -> GatedOrder.of(row("GATED", "GATED:BTC/USD:1762819205000:BUY", "NEW", quantity), 0))
                .withMessageStartingWith("orders, row GATED:BTC/USD:1762819205000:BUY: ");
    }
}
