package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.book.OrderStatus;
import org.cryptosmarttrader.book.Side;

/** Orders and fills of one lane in one quote currency, counted and summed in decimals. */
final class TradeTally {

    /**
     * An execution.
     *
     * @param optimisticPrice null if unknown
     * @param assumptions separated by commas
     */
    record Execution(
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal fee,
            double slippage,
            BigDecimal optimisticPrice,
            String assumptions) {

        BigDecimal notional() {
            return quantity.multiply(price);
        }

        /** What the optimistic price would have gained more. */
        private BigDecimal optimisticGain() {
            BigDecimal dearer = side == Side.BUY ? price.subtract(optimisticPrice) : optimisticPrice.subtract(price);
            return quantity.multiply(dearer);
        }
    }

    private final SortedMap<String, Long> cancelled = new TreeMap<>();
    private final SortedMap<String, Long> refused = new TreeMap<>();
    private final SortedMap<String, Long> assumptions = new TreeMap<>();
    private long orders;
    private long buys;
    private long sells;
    private BigDecimal notional = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal optimisticGain = BigDecimal.ZERO;

    void order(OrderStatus status, String reason) {
        switch (status) {
            case NEW -> orders++;
            case CANCELLED -> cancelled.merge(reason, 1L, Long::sum);
            case REFUSED -> refused.merge(reason, 1L, Long::sum);
        }
    }

    void fill(Execution fill) {
        buys += fill.side() == Side.BUY ? 1 : 0;
        sells += fill.side() == Side.SELL ? 1 : 0;
        notional = notional.add(fill.notional());
        fees = fees.add(fill.fee());
        if (fill.optimisticPrice() != null) {
            optimisticGain = optimisticGain.add(fill.optimisticGain());
        }
        Stream.of(fill.assumptions().split(","))
                .filter(assumption -> !assumption.isEmpty())
                .forEach(assumption -> assumptions.merge(assumption, 1L, Long::sum));
    }

    BigDecimal notional() {
        return notional;
    }

    TradeReport report() {
        return new TradeReport(
                orders,
                cancelled,
                refused,
                buys,
                sells,
                notional.toPlainString(),
                fees.toPlainString(),
                optimisticGain.toPlainString(),
                assumptions);
    }
}
