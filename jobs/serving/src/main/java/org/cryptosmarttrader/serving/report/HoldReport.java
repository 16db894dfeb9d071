package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Buying the run's pairs in equal parts and keeping them.
 *
 * @param pairs bought
 * @param boughtAt tick of the purchase; null if no price came
 * @param cost of the purchase as a share of what was bought; null if the run has no fills to know it from
 * @param figures after that cost
 * @param method how it is computed
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HoldReport(
        List<String> pairs,
        String boughtAt,
        Double cost,
        ReturnFigures figures,
        String method,
        SortedMap<String, String> unmeasured) {

    static final String METHOD =
            "At the first tick with a price, one unit is put in equal parts into the pairs that have "
                    + "one then; the purchase costs what the run's own fills cost on average (fee and slippage); nothing is sold "
                    + "or rebalanced. Each tick is valued at last closes: exit prices of the shortest horizon's labels at "
                    + "maturity, the last one known where a label is missing.";

    static HoldReport of(BuyAndHold.Basket basket, Curve curve, double cost, double periodsPerYear) {
        Unmeasured unmeasured = new Unmeasured();
        String none = "no label of the shortest horizon has a price in this currency";
        boolean isBought = !basket.bought().isEmpty();
        if (!isBought) {
            unmeasured.orNull("boughtAt", Double.NaN, none);
        }
        return new HoldReport(
                List.copyOf(basket.bought().keySet()),
                isBought ? Instant.ofEpochMilli(basket.boughtAt()).toString() : null,
                unmeasured.orNull(
                        "cost", cost, "nothing was filled, so its cost is not known and its figures are before costs"),
                ReturnFigures.of(isBought ? curve.values() : new double[0], periodsPerYear, none),
                METHOD,
                unmeasured.reasons());
    }
}
