package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.cryptosmarttrader.serving.findings.Evidence;

/**
 * What the sales of an account brought, after all costs. Amounts are in its currency, as decimal text.
 *
 * @param profit of all sales
 * @param hitRate share of gains among the sales that gained or lost
 * @param profitFactor gains over losses; null without a loss
 * @param expectancy mean profit of a sale
 * @param best profit of the best sale
 * @param worst of the worst
 * @param byPair profit and number
 * @param byMonth the same by month of the sale, UTC
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SalesReport(
        long sales,
        String profit,
        Double hitRate,
        Double profitFactor,
        Double expectancy,
        String best,
        String worst,
        SortedMap<String, Part> byPair,
        SortedMap<String, Part> byMonth,
        SortedMap<String, String> unmeasured) {

    /** Sales that have something in common. */
    public record Part(long sales, long gained, String profit) {

        private static final Part NONE = new Part(0, 0, "0");

        Part with(Evidence.Sale sale) {
            return new Part(
                    sales + 1,
                    gained + (sale.profit().signum() > 0 ? 1 : 0),
                    new BigDecimal(profit).add(sale.profit()).toPlainString());
        }
    }

    static SalesReport of(List<Evidence.Sale> sales) {
        BigDecimal gains = BigDecimal.ZERO;
        BigDecimal losses = BigDecimal.ZERO;
        int gained = 0;
        int lost = 0;
        BigDecimal best = null;
        BigDecimal worst = null;
        for (Evidence.Sale sale : sales) {
            BigDecimal profit = sale.profit();
            gains = gains.add(profit.max(BigDecimal.ZERO));
            losses = losses.subtract(profit.min(BigDecimal.ZERO));
            gained += profit.signum() > 0 ? 1 : 0;
            lost += profit.signum() < 0 ? 1 : 0;
            best = best == null ? profit : best.max(profit);
            worst = worst == null ? profit : worst.min(profit);
        }
        BigDecimal profit = gains.subtract(losses);
        Unmeasured unmeasured = new Unmeasured();
        String none = "nothing was sold";
        return new SalesReport(
                sales.size(),
                profit.toPlainString(),
                unmeasured.orNull("hitRate", (double) gained / (gained + lost), none),
                unmeasured.orNull(
                        "profitFactor",
                        gains.doubleValue() / losses.doubleValue(),
                        sales.isEmpty() ? none : "no sale made a loss"),
                unmeasured.orNull("expectancy", profit.doubleValue() / sales.size(), none),
                best == null ? null : best.toPlainString(),
                worst == null ? null : worst.toPlainString(),
                by(sales, Evidence.Sale::pair),
                by(sales, Evidence.Sale::month),
                unmeasured.reasons());
    }

    private static SortedMap<String, Part> by(List<Evidence.Sale> sales, Function<Evidence.Sale, String> common) {
        SortedMap<String, Part> parts = new TreeMap<>();
        for (Evidence.Sale sale : sales) {
            String name = common.apply(sale);
            parts.put(name, parts.getOrDefault(name, Part.NONE).with(sale));
        }
        return parts;
    }
}
