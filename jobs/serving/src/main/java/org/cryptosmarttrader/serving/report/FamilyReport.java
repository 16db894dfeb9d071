package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.serving.report.OutcomeScores.Column;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;
import org.cryptosmarttrader.uncertainty.WilsonInterval;

/**
 * What came of one family of statements, such as the direction of a return: how often the gates let one through, and what
 * those were worth. That none passes is a normal state.
 *
 * @param statements made
 * @param opened let through by every gate, those on probation among them
 * @param matured of the opened, how many met a known outcome
 * @param hitRate share of these that were right
 * @param lower lower end of where the true share may lie, at 95 %, by the independent outcomes
 * @param upper upper end
 * @param independentOutcomes behind it
 * @param brierSkill of these, over the base rate
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
        double independentOutcomes,
        Double brierSkill,
        SortedMap<String, String> unmeasured) {

    /** Whether a return will be above 0. */
    static final String DIRECTION = "direction";

    static FamilyReport direction(long statements, long opened, OutcomeScores.Table scores) {
        OutcomeScores.Table passed = scores.with(Column.PROBABILITY).where(Column.OPENED, is -> is == 1);
        double[] probabilities = passed.of(Column.PROBABILITY);
        double[] ups = passed.of(Column.UP);
        IndependentOutcomes independent =
                new IndependentOutcomes(passed.horizon().bars(passed.grid()));
        long hits = 0;
        for (int row = 0; row < passed.rows(); row++) {
            hits += probabilities[row] > 0.5 == (ups[row] == 1) ? 1 : 0;
            independent.add(passed.grid().barAt(passed.decisions()[row]));
        }
        double rate = (double) hits / passed.rows();
        boolean isMeasured = passed.rows() > 0;
        WilsonInterval wilson =
                isMeasured ? WilsonInterval.of(rate, independent.count()) : new WilsonInterval(Double.NaN, Double.NaN);
        Unmeasured unmeasured = new Unmeasured();
        String none = opened == 0 ? "no statement passed the gates" : "none of those that passed has matured";
        double skill = ProbabilityForecasts.of(probabilities, ups, passed.of(Column.CLIMATOLOGY))
                .brierSkill();
        return new FamilyReport(
                statements,
                opened,
                passed.rows(),
                unmeasured.orNull("hitRate", rate, none),
                unmeasured.orNull("lower", wilson.lower(), none),
                unmeasured.orNull("upper", wilson.upper(), none),
                independent.count(),
                unmeasured.orNull("brierSkill", skill, isMeasured ? "the base rate was never wrong" : none),
                unmeasured.reasons());
    }
}
