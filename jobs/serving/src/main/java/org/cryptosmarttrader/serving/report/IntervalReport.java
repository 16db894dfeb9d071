package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.evaluation.SkillScore;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.evaluation.VolatilityBaselines;
import org.cryptosmarttrader.serving.report.OutcomeScores.Column;

/**
 * How well intervals and distributions met their outcomes, beside what volatility alone would have said at the decision.
 *
 * @param pinball mean loss of the two ends of the intervals, log return
 * @param pinballSkill part of a baseline's loss that the intervals avoided, by baseline
 * @param crps mean continuous ranked probability score of the quantiles, log return
 * @param crpsSkill part of a baseline's score that they avoided, by baseline
 * @param pit ten bins: outcomes by where in the forecast distribution they lay; even if the distribution is right
 * @param unmeasured why a field is null or a baseline is missing, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IntervalReport(
        Double pinball,
        SortedMap<String, Skill> pinballSkill,
        Double crps,
        SortedMap<String, Skill> crpsSkill,
        List<Integer> pit,
        SortedMap<String, String> unmeasured) {

    private static final int BINS = 10;

    /**
     * A skill and where the true one may lie, at 95 %.
     *
     * @param lower null if it cannot be said
     * @param upper null if it cannot be said
     * @param rows on which both were known
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Skill(double value, Double lower, Double upper, int rows) {}

    /** @param absentVolatility why volatility is not known; null if it is */
    static IntervalReport of(OutcomeScores.Table scores, String absentVolatility) {
        SortedMap<String, String> unmeasured = new TreeMap<>();
        OutcomeScores.Table intervals = scores.with(Column.INTERVAL);
        OutcomeScores.Table distributions = scores.with(Column.CRPS);
        Double pinball = mean(intervals.of(Column.INTERVAL));
        Double crps = mean(distributions.of(Column.CRPS));
        if (pinball == null) {
            unmeasured.put("pinball", "no finite interval has met an outcome");
        }
        if (crps == null) {
            String reason = "no distribution has met an outcome";
            unmeasured.put("crps", reason);
            unmeasured.put("pit", reason);
        }
        SortedMap<String, Skill> pinballSkill = new TreeMap<>();
        SortedMap<String, Skill> crpsSkill = new TreeMap<>();
        for (VolatilityBaselines.Source source : VolatilityBaselines.Source.values()) {
            String name = source.name().toLowerCase(Locale.ROOT);
            compare(intervals, Column.INTERVAL, Column.interval(source), name, pinballSkill);
            compare(distributions, Column.CRPS, Column.crps(source), name, crpsSkill);
            if (!pinballSkill.containsKey(name)) {
                unmeasured.put(
                        name,
                        absentVolatility == null
                                ? "not known at any decision judged: it takes ten independent outcomes, and har a month of returns"
                                : absentVolatility);
            }
        }
        return new IntervalReport(
                pinball, pinballSkill, crps, crpsSkill, crps == null ? null : bins(distributions), unmeasured);
    }

    private static void compare(
            OutcomeScores.Table rows, Column own, Column baseline, String name, SortedMap<String, Skill> skills) {
        OutcomeScores.Table both = rows.with(baseline);
        if (both.rows() == 0) {
            return;
        }
        SkillScore skill = new SkillScore(both.of(own), both.of(baseline), both.decisions());
        if (Double.isFinite(skill.value())) {
            StationaryBootstrap.Interval interval = skill.interval(both.bootstrap());
            skills.put(
                    name, new Skill(skill.value(), finite(interval.lower()), finite(interval.upper()), skill.rows()));
        }
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? null : sum / values.length;
    }

    private static List<Integer> bins(OutcomeScores.Table rows) {
        int[] counts = new int[BINS];
        for (double pit : rows.of(Column.PIT)) {
            counts[Math.min(BINS - 1, (int) (BINS * pit))]++;
        }
        List<Integer> bins = new ArrayList<>();
        for (int count : counts) {
            bins.add(count);
        }
        return bins;
    }
}
