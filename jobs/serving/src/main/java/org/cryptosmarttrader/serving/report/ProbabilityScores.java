package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;

/**
 * What one model's probabilities were worth, as it said them.
 *
 * @param matured number of forecasts with a probability that met a known outcome
 * @param independentOutcomes what they are worth
 * @param brier mean squared error of the probabilities
 * @param climatologyBrier mean squared error of the base rates on the same rows
 * @param brierSkill share of the base rates' error that was avoided; negative if more was made
 * @param brierSkillLower lower end of where the true skill may lie, at 95 %
 * @param brierSkillUpper upper end
 * @param auc area under the ROC curve
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProbabilityScores(
        long matured,
        double independentOutcomes,
        Double brier,
        Double climatologyBrier,
        Double brierSkill,
        Double brierSkillLower,
        Double brierSkillUpper,
        Double auc,
        SortedMap<String, String> unmeasured) {

    static ProbabilityScores of(
            ProbabilityForecasts forecasts,
            ProbabilityForecasts baseRates,
            StationaryBootstrap.Interval skill,
            double independentOutcomes) {
        Unmeasured unmeasured = new Unmeasured();
        boolean isNone = forecasts.count() == 0;
        String none = "none of its forecasts has matured";
        String thin = "too few outcomes, or in a history drawn from them the base rate was never wrong";
        return new ProbabilityScores(
                forecasts.count(),
                independentOutcomes,
                unmeasured.orNull("brier", forecasts.brier(), none),
                unmeasured.orNull("climatologyBrier", baseRates.brier(), none),
                unmeasured.orNull(
                        "brierSkill", forecasts.brierSkill(), isNone ? none : "the base rate was never wrong"),
                unmeasured.orNull("brierSkillLower", skill.lower(), isNone ? none : thin),
                unmeasured.orNull("brierSkillUpper", skill.upper(), isNone ? none : thin),
                unmeasured.orNull("auc", forecasts.areaUnderCurve(), isNone ? none : "all outcomes went the same way"),
                unmeasured.reasons());
    }

    /** Whether the whole interval of the skill lies above 0, and enough outcomes stand behind it. */
    @JsonIgnore
    boolean isBeyondChance() {
        return brierSkillLower != null && brierSkillLower > 0 && independentOutcomes >= Words.FEWEST_OUTCOMES;
    }
}
