package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.evaluation.InformationCoefficient;
import org.cryptosmarttrader.evaluation.PooledCorrelation;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.evaluation.RankedForecasts;
import org.cryptosmarttrader.evaluation.ReliabilityBin;
import org.cryptosmarttrader.evaluation.SkillScore;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.serving.report.OutcomeScores.Column;

/**
 * What the probabilities were worth.
 *
 * @param forecasts number of outcomes scored
 * @param upShare share of them that rose
 * @param brier mean squared error of the probabilities
 * @param baseRateBrier mean squared error of the base rates of the forests
 * @param brierSkill share of the base rates' error that the forecasts avoided; negative if they made more
 * @param brierSkillLower lower end of where the true skill may lie, at 95 %
 * @param brierSkillUpper upper end
 * @param auc how often a rise was given the higher probability than a fall
 * @param aucLower lower end of where the true one may lie, at 95 %
 * @param aucUpper upper end
 * @param ic mean rank correlation of expected and realised returns over the pairs of an hour, hours that do not overlap
 * @param icT the mean in units of its standard error
 * @param icHours number of hours with five pairs or more behind it
 * @param pooledIc rank correlation of expected and realised returns, all rows together
 * @param pooledIcLower lower end of where the true one may lie, at 95 %
 * @param pooledIcUpper upper end
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
        Double brierSkillLower,
        Double brierSkillUpper,
        Double logLoss,
        Double auc,
        Double aucLower,
        Double aucUpper,
        Double ic,
        Double icT,
        int icHours,
        Double pooledIc,
        Double pooledIcLower,
        Double pooledIcUpper,
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

    static SkillReport of(OutcomeScores.Table all) {
        OutcomeScores.Table rows = all.with(Column.PROBABILITY, Column.CLIMATOLOGY);
        double[] probabilities = rows.of(Column.PROBABILITY);
        double[] ups = rows.of(Column.UP);
        double[] climatologies = rows.of(Column.CLIMATOLOGY);
        ProbabilityForecasts forecasts = ProbabilityForecasts.of(probabilities, ups, climatologies);
        ProbabilityForecasts baseRates = ProbabilityForecasts.of(climatologies, ups, climatologies);
        StationaryBootstrap.Interval skill = brierSkill(rows);
        StationaryBootstrap.Interval area = area(rows);
        InformationCoefficient ic = informationCoefficient(all);
        OutcomeScores.Table expected = all.with(Column.EXPECTED);
        PooledCorrelation pooled =
                new PooledCorrelation(expected.of(Column.EXPECTED), expected.of(Column.OUTCOME), expected.decisions());
        StationaryBootstrap.Interval pooledInterval = pooled.interval(expected.bootstrap());
        Unmeasured unmeasured = new Unmeasured();
        String none = "no forecast of this horizon has matured";
        boolean isNone = forecasts.count() == 0;
        String oneSided = isNone ? none : "all outcomes went the same way";
        String neverWrong = isNone ? none : "the base rate was never wrong";
        String thin = "too few outcomes, or a history drawn from them had none of one kind";
        String flat = expected.rows() == 0 ? none : "expected or realised returns did not vary";
        String few = "needs two hours that do not overlap, with %d pairs or more"
                .formatted(InformationCoefficient.MINIMUM_MEMBERS);
        return new SkillReport(
                forecasts.count(),
                unmeasured.orNull("upShare", forecasts.upShare(), none),
                unmeasured.orNull("brier", forecasts.brier(), none),
                unmeasured.orNull("baseRateBrier", baseRates.brier(), none),
                unmeasured.orNull("brierSkill", forecasts.brierSkill(), neverWrong),
                unmeasured.orNull("brierSkillLower", skill.lower(), isNone ? none : thin),
                unmeasured.orNull("brierSkillUpper", skill.upper(), isNone ? none : thin),
                unmeasured.orNull("logLoss", forecasts.logLoss(), none),
                unmeasured.orNull("auc", forecasts.areaUnderCurve(), oneSided),
                unmeasured.orNull("aucLower", area.lower(), isNone ? none : thin),
                unmeasured.orNull("aucUpper", area.upper(), isNone ? none : thin),
                unmeasured.orNull("ic", ic.mean(), few),
                unmeasured.orNull("icT", ic.t(), few),
                ic.hours(),
                unmeasured.orNull("pooledIc", pooled.value(), flat),
                unmeasured.orNull("pooledIcLower", pooledInterval.lower(), flat),
                unmeasured.orNull("pooledIcUpper", pooledInterval.upper(), flat),
                unmeasured.orNull("calibrationError", forecasts.calibrationError(), none),
                forecasts.reliability().stream().map(Bin::of).toList(),
                unmeasured.reasons());
    }

    private static StationaryBootstrap.Interval brierSkill(OutcomeScores.Table rows) {
        return new SkillScore(squares(rows, Column.PROBABILITY), squares(rows, Column.CLIMATOLOGY), rows.decisions())
                .interval(rows.bootstrap());
    }

    private static double[] squares(OutcomeScores.Table rows, Column forecast) {
        double[] squares = new double[rows.rows()];
        for (int row = 0; row < squares.length; row++) {
            double error = rows.of(forecast)[row] - rows.of(Column.UP)[row];
            squares[row] = error * error;
        }
        return squares;
    }

    private static StationaryBootstrap.Interval area(OutcomeScores.Table rows) {
        return rows.rows() == 0
                ? new StationaryBootstrap.Interval(Double.NaN, Double.NaN)
                : new RankedForecasts(rows.of(Column.PROBABILITY), rows.of(Column.UP), rows.decisions())
                        .area(rows.bootstrap());
    }

    /** Over the cross-sections of the decisions. */
    private static InformationCoefficient informationCoefficient(OutcomeScores.Table rows) {
        long[] bars = new long[rows.rows()];
        double[] coefficients = new double[rows.rows()];
        int hours = 0;
        for (int from = 0; from < rows.rows(); ) {
            int to = from;
            while (to < rows.rows() && rows.decisions()[to] == rows.decisions()[from]) {
                to++;
            }
            bars[hours] = rows.grid().barAt(rows.decisions()[from]);
            coefficients[hours++] = InformationCoefficient.ofCrossSection(
                    Arrays.copyOfRange(rows.of(Column.EXPECTED), from, to),
                    Arrays.copyOfRange(rows.of(Column.OUTCOME), from, to));
            from = to;
        }
        return InformationCoefficient.over(
                Arrays.copyOf(bars, hours),
                Arrays.copyOf(coefficients, hours),
                rows.horizon().bars(rows.grid()));
    }
}
