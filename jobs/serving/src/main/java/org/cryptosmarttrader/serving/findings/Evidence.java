package org.cryptosmarttrader.serving.findings;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an account did over the span of a report, as rules look at it. Amounts are in its currency; NaN is not known.
 *
 * @param days length of the span
 * @param ticks with an account row
 * @param staleTicks of these, with a position valued at a close older than 24 hours
 * @param start equity at the first tick
 * @param end equity at the last
 * @param unrealised of it, not yet sold
 * @param stopped whether the kill switch has tripped
 * @param trading orders and fills
 * @param figures ratios of equity
 * @param sales in their order
 * @param limits audit rows of the lane by event and rule
 * @param pairs the account might have traded
 * @param horizons forecasts it went by, by horizon
 * @param otherwise what would have come of it had one thing been otherwise; empty if that was not tried
 */
public record Evidence(
        double days,
        long ticks,
        long staleTicks,
        double start,
        double end,
        double unrealised,
        boolean stopped,
        Trading trading,
        Figures figures,
        List<Sale> sales,
        SortedMap<String, Long> limits,
        List<String> pairs,
        SortedMap<String, Judged> horizons,
        List<Otherwise> otherwise) {

    /**
     * @param orders sent
     * @param cancelled of these, not filled in whole
     * @param refused orders not sent
     * @param assumed fills of which something had to be assumed
     * @param slippage paid beyond the prices met
     * @param optimisticGain what fills at the next open without slippage would have gained more
     */
    public record Trading(
            long orders,
            long cancelled,
            long refused,
            long fills,
            long assumed,
            double fees,
            double slippage,
            double optimisticGain) {}

    /**
     * @param sharpe per year
     * @param maxDrawdown 0 or negative
     * @param exposure mean of positions over equity
     * @param turnover notional over mean equity, per year
     * @param deflatedSharpe probability that the Sharpe ratio is more than the best of all trials by luck
     * @param overfitting probability that what was best in one half of the time falls below the middle in the other
     * @param holdReturn of buying the pairs and keeping them
     */
    public record Figures(
            double sharpe,
            double maxDrawdown,
            double exposure,
            double turnover,
            double deflatedSharpe,
            double overfitting,
            double holdReturn) {}

    /**
     * @param day UTC, ISO
     * @param profit after all costs
     */
    public record Sale(String pair, String day, BigDecimal profit) {

        /** UTC, ISO. */
        public String month() {
            return day.substring(0, "2021-03".length());
        }
    }

    /**
     * @param coverageUpper upper end of where the true share of intervals that hold may lie, at 95 %
     * @param promised share
     */
    public record Judged(double brierSkill, double promised, double coverageUpper, double independentOutcomes) {}

    double gain() {
        return end - start;
    }

    /** A fraction of the equity at the start. */
    double totalReturn() {
        return gain() / start;
    }

    /** Profit of all sales. */
    double sold() {
        return sales.stream().mapToDouble(sale -> sale.profit().doubleValue()).sum();
    }

    /** Profit of the sales by something they have in common. */
    SortedMap<String, Double> soldBy(Function<Sale, String> common) {
        SortedMap<String, Double> sums = new TreeMap<>();
        sales.forEach(sale -> sums.merge(common.apply(sale), sale.profit().doubleValue(), Double::sum));
        return sums;
    }
}
