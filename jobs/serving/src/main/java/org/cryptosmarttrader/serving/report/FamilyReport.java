package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import org.cryptosmarttrader.serving.report.OutcomeScores.Column;
import org.cryptosmarttrader.uncertainty.WilsonInterval;

/**
 * What came of one family of statements, such as the direction of a return: how often the gates let one through, and what
 * those were worth. That none passes is a normal state.
 *
 * @param statements made
 * @param opened let through by every gate, those on probation among them
 * @param matured of the opened, how many met a known outcome
 * @param hitRate share of these that were right: the likelier of true and false is what came
 * @param lower lower end of where the true share may lie, at 95 %, by the independent outcomes
 * @param upper upper end
 * @param baseRateHitRate share of them of which the base rate alone would have been right; a statement that is seldom true is
 *     easily denied
 * @param independentOutcomes behind it
 * @param brierSkill of these, over the base rate
 * @param brierSkillLower lower end of where the true skill may lie, at 95 %
 * @param brierSkillUpper upper end
 * @param all what the calibrated probabilities of all statements were worth, passed or not
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FamilyReport(
        long statements,
        long opened,
        long matured,
        Double hitRate,
        Double lower,
        Double upper,
        Double baseRateHitRate,
        double independentOutcomes,
        Double brierSkill,
        Double brierSkillLower,
        Double brierSkillUpper,
        ProbabilityScores all,
        SortedMap<String, String> unmeasured) {

    /** Whether a return will be above 0. */
    static final String DIRECTION = "direction";

    static FamilyReport direction(long statements, long opened, OutcomeScores.Table scores) {
        return of(statements, opened, rows(scores), rows(scores.where(Column.OPENED, is -> is == 1)));
    }

    private static ProbabilityRows rows(OutcomeScores.Table scores) {
        ProbabilityRows rows = new ProbabilityRows(scores.horizon(), scores.grid());
        for (int row = 0; row < scores.rows(); row++) {
            rows.add(
                    scores.decisions()[row],
                    scores.of(Column.PROBABILITY)[row],
                    scores.of(Column.CLIMATOLOGY)[row],
                    scores.of(Column.OUTCOME)[row]);
        }
        return rows;
    }

    /**
     * @param all statements that met an outcome
     * @param passed those of them that every gate let through
     */
    static FamilyReport of(long statements, long opened, ProbabilityRows all, ProbabilityRows passed) {
        boolean isMeasured = passed.rows() > 0;
        WilsonInterval wilson = isMeasured
                ? WilsonInterval.of(passed.hitRate(), passed.independentOutcomes())
                : new WilsonInterval(Double.NaN, Double.NaN);
        ProbabilityScores scores = passed.scores();
        SortedMap<String, String> reasons = scores.unmeasured();
        Unmeasured unmeasured = new Unmeasured();
        String none = opened == 0 ? "no statement passed the gates" : "none of those that passed has matured";
        return new FamilyReport(
                statements,
                opened,
                passed.rows(),
                unmeasured.orNull("hitRate", passed.hitRate(), none),
                unmeasured.orNull("lower", wilson.lower(), none),
                unmeasured.orNull("upper", wilson.upper(), none),
                unmeasured.orNull("baseRateHitRate", passed.hitRateOfBaseRates(), none),
                passed.independentOutcomes(),
                unmeasured.orNull(
                        "brierSkill", number(scores.brierSkill()), isMeasured ? reasons.get("brierSkill") : none),
                unmeasured.orNull(
                        "brierSkillLower",
                        number(scores.brierSkillLower()),
                        isMeasured ? reasons.get("brierSkillLower") : none),
                unmeasured.orNull(
                        "brierSkillUpper",
                        number(scores.brierSkillUpper()),
                        isMeasured ? reasons.get("brierSkillUpper") : none),
                all.scores(),
                unmeasured.reasons());
    }

    private static double number(Double measured) {
        return measured == null ? Double.NaN : measured;
    }
}
