package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Buying pairs of the run in equal parts and keeping them.
 *
 * @param pairs bought
 * @param boughtAt tick of the first purchase; null if no price came
 * @param cost of a purchase as a share of what was bought; null if the run has no fills to know it from
 * @param figures after that cost
 * @param method how it is computed
 * @param unmeasured why a field is null, by field
 * @param curve worth over time, for the page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HoldReport(
        List<String> pairs,
        String boughtAt,
        Double cost,
        ReturnFigures figures,
        String method,
        SortedMap<String, String> unmeasured,
        @JsonIgnore Curve curve) {

    private static final String COMMON =
            "; a purchase costs what the run's own fills cost on average (fee and slippage); nothing is sold or "
                    + "rebalanced. Each tick is valued at the last closes of the run's bars.";

    static final String BUY_AND_HOLD =
            "At the first tick with a bar, one unit is put in equal parts into the pairs that have one then, and into no "
                    + "later one"
                    + COMMON;

    static final String EQUAL_WEIGHT =
            "One unit is put in equal parts into all pairs with bars in the run, each bought at its first; the part of a pair "
                    + "that comes later is cash until then, set aside by a list nobody had at the start"
                    + COMMON;

    /** @param method one of the above */
    static HoldReport of(Basket basket, String method, double cost, double periodsPerYear) {
        Unmeasured unmeasured = new Unmeasured();
        String none = "no pair of this currency has a bar";
        boolean isBought = !basket.pairs().isEmpty();
        if (!isBought) {
            unmeasured.orNull("boughtAt", Double.NaN, none);
        }
        Curve curve = basket.curve();
        return new HoldReport(
                List.copyOf(basket.pairs()),
                isBought ? Instant.ofEpochMilli(basket.boughtAt()).toString() : null,
                unmeasured.orNull(
                        "cost", cost, "nothing was filled, so its cost is not known and its figures are before costs"),
                ReturnFigures.of(isBought ? curve.values() : new double[0], periodsPerYear, none),
                method,
                unmeasured.reasons(),
                isBought ? curve : new Curve(new long[0], new double[0]));
    }
}
