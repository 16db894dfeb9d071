package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.evaluation.Capacity;
import org.cryptosmarttrader.serving.runs.ExecutionTerms;

/**
 * How much capital an account's way of trading bears, in its currency. An estimate, good for an order of magnitude.
 *
 * @param fills it rests on: those whose bar's volume and volatility are known
 * @param capital it was traded with: mean equity; null without account rows
 * @param grossProfit change of equity before fees and slippage
 * @param impact of these fills by the model, without the spread
 * @param halfEatenAt capital at which impact would take half of the mean profit of a fill before costs
 * @param cutAt capital beyond which one fill in ten would meet the participation limit
 * @param estimate the lower of the two
 * @param method how it is computed
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CapacityReport(
        int fills,
        Double capital,
        Double grossProfit,
        Double impact,
        Double halfEatenAt,
        Double cutAt,
        Double estimate,
        String method,
        SortedMap<String, String> unmeasured) {

    private static final String METHOD =
            "Orders are taken to grow with the capital; decisions, volumes and volatilities stay. A fill's impact is κ·σ·√(order / "
                    + "volume of its bar) of its notional, κ and the participation limit those of the run, so that at m times "
                    + "the capital impact is m^1.5 times as large and profit before costs m times: half of it is eaten at "
                    + "m = (profit / (2·impact))². One fill in ten is cut where the lowest tenth of participation·volume / "
                    + "notional is m.";

    /**
     * @param filled fills whose market is known
     * @param grossProfit NaN without account rows
     * @param capital mean equity, NaN without account rows
     */
    static CapacityReport of(List<Capacity.Filled> filled, double grossProfit, double capital, ExecutionTerms terms) {
        Unmeasured unmeasured = new Unmeasured();
        Capacity capacity = Capacity.of(filled, grossProfit, terms.impact(), terms.participation());
        String few = refusal(filled.size(), capital, terms);
        boolean isEnough = few == null;
        double halfEaten = isEnough ? capital * capacity.halfEaten() : Double.NaN;
        double cut = isEnough ? capital * capacity.cut() : Double.NaN;
        String noProfit = isEnough ? "there was no profit before costs, or no impact, that could take half of it" : few;
        return new CapacityReport(
                filled.size(),
                unmeasured.orNull("capital", capital, few),
                unmeasured.orNull("grossProfit", grossProfit, few),
                unmeasured.orNull("impact", capacity.impact(), few),
                unmeasured.orNull("halfEatenAt", halfEaten, noProfit),
                unmeasured.orNull("cutAt", cut, few),
                unmeasured.orNull("estimate", Math.min(halfEaten, cut), noProfit),
                METHOD,
                unmeasured.reasons());
    }

    /** Why there is no estimate; null if there is one. */
    private static String refusal(int fills, double capital, ExecutionTerms terms) {
        if (Double.isNaN(capital)) {
            return "the run has no account rows of this lane and currency";
        }
        if (Double.isNaN(terms.impact()) || Double.isNaN(terms.participation())) {
            return "the run does not keep the settings of its execution";
        }
        return fills < Capacity.FEWEST_FILLS
                ? "%d fills in bars of known volume and volatility, %d needed".formatted(fills, Capacity.FEWEST_FILLS)
                : null;
    }
}
