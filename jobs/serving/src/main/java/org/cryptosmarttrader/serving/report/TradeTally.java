package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.book.OrderStatus;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.serving.findings.Evidence;
import org.cryptosmarttrader.time.UtcDays;

/** Orders and fills of one lane in one quote currency, counted and summed in decimals. */
final class TradeTally {

    /**
     * An execution.
     *
     * @param at epoch milliseconds
     * @param optimisticPrice null if unknown
     * @param realised profit of a sale after all costs, 0 for a buy
     * @param assumptions separated by commas
     */
    record Execution(
            long at,
            String pair,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal fee,
            double slippage,
            BigDecimal optimisticPrice,
            BigDecimal realised,
            String assumptions) {

        BigDecimal notional() {
            return quantity.multiply(price);
        }

        /** What it paid beyond the price it met; 0 if that is not known. */
        double paidForSlippage() {
            return Double.isNaN(slippage) ? 0 : notional().doubleValue() * slippage;
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
    private final List<Evidence.Sale> sales = new ArrayList<>();
    private long orders;
    private long assumed;
    private double slippage;
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
        slippage += fill.paidForSlippage();
        assumed += fill.assumptions().isEmpty() ? 0 : 1;
        if (fill.side() == Side.SELL) {
            sales.add(new Evidence.Sale(fill.pair(), UtcDays.date(UtcDays.dayOf(fill.at())), fill.realised()));
        }
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

    /** Sales in their order. */
    List<Evidence.Sale> sales() {
        return List.copyOf(sales);
    }

    /** The same as findings look at it. */
    Evidence.Trading evidence() {
        return new Evidence.Trading(
                orders,
                sum(cancelled),
                sum(refused),
                buys + sells,
                assumed,
                fees.doubleValue(),
                slippage,
                optimisticGain.doubleValue());
    }

    private static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
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
                assumptions,
                SalesReport.of(sales));
    }
}
