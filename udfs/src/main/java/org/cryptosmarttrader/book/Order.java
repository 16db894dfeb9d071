package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import org.cryptosmarttrader.gates.Lane;

/**
 * A market order and what became of it.
 *
 * @param id lane, pair, tick and side; unique, and the same in every run
 * @param quantity in base currency
 * @param price last close at the decision, rounded as a limit would be
 * @param tick at which it was decided, epoch milliseconds UTC
 * @param bar grid index of the bar it was decided on
 * @param strategy name of the one in force when it was decided
 * @param filled quantity executed so far
 * @param reason null if the status is NEW
 */
public record Order(
        String id,
        Lane lane,
        String pair,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        long tick,
        long bar,
        String strategy,
        OrderStatus status,
        BigDecimal filled,
        OrderReason reason) {

    /** An order decided at a tick. */
    static Order decided(
            Lane lane,
            String pair,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            long tick,
            long bar,
            String strategy) {
        String id = "%s:%s:%d:%s".formatted(lane, pair, tick, side);
        return new Order(
                id, lane, pair, side, quantity, price, tick, bar, strategy, OrderStatus.NEW, BigDecimal.ZERO, null);
    }

    Order refused(OrderReason why) {
        return new Order(id, lane, pair, side, quantity, price, tick, bar, strategy, OrderStatus.REFUSED, filled, why);
    }

    Order cancelled(BigDecimal filledBefore, OrderReason why) {
        return new Order(
                id, lane, pair, side, quantity, price, tick, bar, strategy, OrderStatus.CANCELLED, filledBefore, why);
    }
}
