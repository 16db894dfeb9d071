package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import org.cryptosmarttrader.evaluation.Performance;

/**
 * What something worth money made of its time, after costs. Every period counts, idle ones too.
 *
 * @param periods number of ticks between the first value and the last
 * @param totalReturn of the whole span
 * @param annualisedReturn null below 720 periods
 * @param volatilityAnnual standard deviation of the returns, per year
 * @param sharpeAnnual mean by standard deviation of the returns, per year, risk-free rate 0
 * @param sortinoAnnual mean by root mean square of the losses, per year
 * @param maxDrawdown deepest fall below an earlier value, 0 or negative
 * @param calmar annualised return by depth of the deepest fall; null below 720 periods
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReturnFigures(
        int periods,
        Double totalReturn,
        Double annualisedReturn,
        Double volatilityAnnual,
        Double sharpeAnnual,
        Double sortinoAnnual,
        Double maxDrawdown,
        Double calmar,
        SortedMap<String, String> unmeasured) {

    /**
     * @param values worth at each tick
     * @param absence why there are no values, if there are none
     */
    static ReturnFigures of(double[] values, double periodsPerYear, String absence) {
        double[] returns = returns(values);
        Performance performance = Performance.of(returns, periodsPerYear);
        Unmeasured unmeasured = new Unmeasured();
        String none = values.length == 0 ? absence : "a single value has no return";
        String flat = returns.length == 0 ? none : "the value never changed, or always alike";
        boolean longEnough = performance.showsAnnualised();
        String tooShort = returns.length == 0
                ? none
                : "%d periods, %d needed".formatted(returns.length, Performance.PERIODS_TO_ANNUALISE);
        return new ReturnFigures(
                returns.length,
                unmeasured.orNull("totalReturn", performance.totalReturn(), none),
                unmeasured.orNull(
                        "annualisedReturn", longEnough ? performance.annualisedReturn() : Double.NaN, tooShort),
                unmeasured.orNull("volatilityAnnual", Performance.volatility(returns, periodsPerYear), flat),
                unmeasured.orNull("sharpeAnnual", performance.sharpeAnnual(), flat),
                unmeasured.orNull(
                        "sortinoAnnual",
                        performance.sortinoAnnual(),
                        returns.length == 0 ? none : "no period made a loss"),
                unmeasured.orNull("maxDrawdown", performance.maxDrawdown(), none),
                unmeasured.orNull(
                        "calmar",
                        longEnough ? performance.calmar() : Double.NaN,
                        longEnough ? "the value never fell" : tooShort),
                unmeasured.reasons());
    }

    private static double[] returns(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = values[i + 1] / values[i] - 1;
        }
        return returns;
    }
}
