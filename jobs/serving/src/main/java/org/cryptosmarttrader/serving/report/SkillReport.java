package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.evaluation.ReliabilityBin;

/**
 * What the probabilities were worth.
 *
 * @param forecasts number of outcomes scored
 * @param upShare share of them that rose
 * @param brier mean squared error of the probabilities
 * @param baseRateBrier mean squared error of the base rates of the forests
 * @param brierSkill share of the base rates' error that the forecasts avoided; negative if they made more
 * @param auc how often a rise was given the higher probability than a fall
 * @param calibrationError mean distance of the reliability bins from the diagonal
 * @param reliability ten bins by probability
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SkillReport(
        long forecasts,
        Double upShare,
        Double brier,
        Double baseRateBrier,
        Double brierSkill,
        Double logLoss,
        Double auc,
        Double calibrationError,
        List<Bin> reliability,
        SortedMap<String, String> unmeasured) {

    /** Forecasts of nearly one probability; shares are null if there were none. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Bin(int n, Double meanProbability, Double upShare) {

        static Bin of(ReliabilityBin bin) {
            return bin.n() == 0 ? new Bin(0, null, null) : new Bin(bin.n(), bin.meanProbability(), bin.upShare());
        }

        ReliabilityBin point() {
            return n == 0
                    ? new ReliabilityBin(0, Double.NaN, Double.NaN)
                    : new ReliabilityBin(n, meanProbability, upShare);
        }
    }

    static SkillReport of(double[] probabilities, double[] ups, double[] climatologies) {
        ProbabilityForecasts forecasts = ProbabilityForecasts.of(probabilities, ups, climatologies);
        ProbabilityForecasts baseRates = ProbabilityForecasts.of(climatologies, ups, climatologies);
        Unmeasured unmeasured = new Unmeasured();
        String none = "no forecast of this horizon has matured";
        return new SkillReport(
                forecasts.count(),
                unmeasured.orNull("upShare", forecasts.upShare(), none),
                unmeasured.orNull("brier", forecasts.brier(), none),
                unmeasured.orNull("baseRateBrier", baseRates.brier(), none),
                unmeasured.orNull(
                        "brierSkill",
                        forecasts.brierSkill(),
                        forecasts.count() == 0 ? none : "the base rate was never wrong"),
                unmeasured.orNull("logLoss", forecasts.logLoss(), none),
                unmeasured.orNull(
                        "auc",
                        forecasts.areaUnderCurve(),
                        forecasts.count() == 0 ? none : "all outcomes went the same way"),
                unmeasured.orNull("calibrationError", forecasts.calibrationError(), none),
                forecasts.reliability().stream().map(Bin::of).toList(),
                unmeasured.reasons());
    }
}
