package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.book.OrderStatus;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.evaluation.Capacity;
import org.cryptosmarttrader.serving.findings.Evidence;
import org.cryptosmarttrader.serving.runs.ExecutionTerms;

/** Orders and fills of one lane in one quote currency, counted and summed in decimals. */
final class TradeTally {

    /**
     * An execution.
     *
     * @param at epoch milliseconds
     * @param ordered quantity of the whole order
     * @param optimisticPrice null if unknown
     * @param realised profit of a sale after all costs, 0 for a buy
     * @param assumptions separated by commas
     */
    record Execution(
            String id,
            long at,
            String pair,
            Side side,
            BigDecimal ordered,
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

        private Capacity.Filled in(FillMarkets.Market market) {
            double order = ordered.multiply(price).doubleValue();
            return new Capacity.Filled(notional().doubleValue(), order, market.volume(), market.volatility());
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
    private final List<Capacity.Filled> filled = new ArrayList<>();
    private final ExecutionTerms terms;
    private final RoundTrips trips;
    private long orders;
    private long assumed;
    private double slippage;
    private long buys;
    private long sells;
    private BigDecimal notional = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal optimisticGain = BigDecimal.ZERO;

    TradeTally(ExecutionTerms terms) {
        this.terms = terms;
        this.trips = new RoundTrips(terms.costMethod());
    }

    void order(OrderStatus status, String reason) {
        switch (status) {
            case NEW -> orders++;
            case CANCELLED -> cancelled.merge(reason, 1L, Long::sum);
            case REFUSED -> refused.merge(reason, 1L, Long::sum);
        }
    }

    /** @param market that it was filled in, as far as it is known */
    void fill(Execution fill, FillMarkets.Market market) {
        buys += fill.side() == Side.BUY ? 1 : 0;
        sells += fill.side() == Side.SELL ? 1 : 0;
        notional = notional.add(fill.notional());
        fees = fees.add(fill.fee());
        slippage += fill.paidForSlippage();
        assumed += fill.assumptions().isEmpty() ? 0 : 1;
        trips.add(fill);
        if (market.isKnown()) {
            filled.add(fill.in(market));
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
    List<RoundTrip> trips() {
        return trips.all();
    }

    /** The same as findings look at them. */
    List<Evidence.Sale> sales() {
        return trips.all().stream().map(RoundTrip::sale).toList();
    }

    /**
     * @param gain change of equity after costs, NaN if unknown
     * @param capital mean equity, NaN if unknown
     */
    CapacityReport capacity(double gain, double capital) {
        return CapacityReport.of(filled, gain + fees.doubleValue() + slippage, capital, terms);
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
                SalesReport.of(sales()));
    }
}
