package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.cryptosmarttrader.book.OrderStatus;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * A new order of the lane GATED. There is no other way to a venue, and an order of another lane cannot be one.
 *
 * @param id {@code GATED:PAIR:TICK:SIDE}
 * @param quantity in base currency, as decided
 * @param close last close at the decision, quote per base
 * @param tick at which it was decided, epoch milliseconds
 */
public record GatedOrder(String id, String pair, Side side, BigDecimal quantity, BigDecimal close, long tick) {

    /** @throws IllegalArgumentException if the id is not what lane, pair, tick and side make it, or an amount is not positive */
    public GatedOrder {
        String expected = "%s:%s:%d:%s".formatted(Lane.GATED, pair, tick, side);
        if (!id.equals(expected)) {
            throw new IllegalArgumentException(
                    "order %s: expected the id %s; only orders of the lane GATED go to a venue"
                            .formatted(id, expected));
        }
        if (quantity.signum() <= 0 || close.signum() <= 0) {
            throw new IllegalArgumentException("order %s: quantity %s and price %s, expected more than 0"
                    .formatted(id, quantity.toPlainString(), close.toPlainString()));
        }
    }

    /**
     * Reads a row of the dataset orders.
     *
     * @return empty if it is of another lane, or does not say that an order is new
     * @throws IOException if the row contradicts itself
     */
    public static Optional<GatedOrder> of(RowBatch rows, int row) throws IOException {
        if (!text(rows, row, "lane").equals(Lane.GATED.name())
                || !text(rows, row, "status").equals(OrderStatus.NEW.name())) {
            return Optional.empty();
        }
        String id = text(rows, row, "order_id");
        try {
            return Optional.of(new GatedOrder(
                    id,
                    text(rows, row, "pair"),
                    Side.valueOf(text(rows, row, "side")),
                    new BigDecimal(text(rows, row, "quantity")),
                    new BigDecimal(text(rows, row, "price")),
                    rows.longs(Datasets.ORDERS.indexOf("decision_at"))[row]));
        } catch (IllegalArgumentException e) {
            throw new IOException("orders, row %s: %s".formatted(id, e.getMessage()), e);
        }
    }

    private static String text(RowBatch rows, int row, String column) {
        return String.valueOf(rows.strings(Datasets.ORDERS.indexOf(column))[row]);
    }
}
