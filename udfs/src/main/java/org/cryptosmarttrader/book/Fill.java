package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import java.util.List;
import org.cryptosmarttrader.gates.Lane;

/**
 * An execution, on paper or at a venue. Amounts are in the pair's quote currency.
 *
 * @param id order id and number
 * @param orderId of the order executed
 * @param number 1 for the first fill of the order
 * @param decidedAt tick at which the order was decided, epoch milliseconds UTC
 * @param tick at which it became known, epoch milliseconds UTC
 * @param bar grid index of the bar it happened in
 * @param quantity in base currency
 * @param price paid or received, slippage included
 * @param fee charged
 * @param feePercent per cent of quantity times price
 * @param slippage of the model, a fraction of the price it started from; NaN if volatility was unknown, or at a venue
 * @param optimisticPrice open of the first bar after the decision, without slippage: what a careless backtest would pay;
 *     null if the venue filled before any bar came
 * @param realised profit of a sale after all costs, 0 for a buy
 * @param assumptions what was not recorded
 * @param venueId id of the fill at the venue, null on paper
 */
public record Fill(
        String id,
        String orderId,
        int number,
        Lane lane,
        String pair,
        Side side,
        long decidedAt,
        long tick,
        long bar,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal fee,
        BigDecimal feePercent,
        double slippage,
        BigDecimal optimisticPrice,
        BigDecimal realised,
        List<Assumption> assumptions,
        String venueId) {

    public Fill {
        assumptions = List.copyOf(assumptions);
    }

    /** Quantity times price. */
    public BigDecimal notional() {
        return quantity.multiply(price);
    }

    Fill withRealised(BigDecimal profit) {
        return new Fill(
                id,
                orderId,
                number,
                lane,
                pair,
                side,
                decidedAt,
                tick,
                bar,
                quantity,
                price,
                fee,
                feePercent,
                slippage,
                optimisticPrice,
                profit,
                assumptions,
                venueId);
    }
}
