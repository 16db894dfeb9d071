package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import org.cryptosmarttrader.evaluation.PooledCorrelation;
import org.cryptosmarttrader.evaluation.RankedForecasts;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.serving.report.OutcomeScores.Column;

/**
 * What it would have been worth to say that the last return comes again: the least a forecast of direction has to beat. Below
 * .5, or below 0, returns tend to turn round.
 *
 * @param outcomes with a return over as long before the decision
 * @param auc how often a rise had the higher last return than a fall
 * @param aucLower lower end of where the true one may lie, at 95 %
 * @param aucUpper upper end
 * @param pooledIc rank correlation of last and realised return, all rows together
 * @param pooledIcLower lower end of where the true one may lie, at 95 %
 * @param pooledIcUpper upper end
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LastReturnReport(
        long outcomes,
        Double auc,
        Double aucLower,
        Double aucUpper,
        Double pooledIc,
        Double pooledIcLower,
        Double pooledIcUpper,
        SortedMap<String, String> unmeasured) {

    private static final StationaryBootstrap.Interval UNKNOWN =
            new StationaryBootstrap.Interval(Double.NaN, Double.NaN);

    static LastReturnReport of(OutcomeScores.Table all) {
        OutcomeScores.Table rows = all.with(Column.LAST_RETURN, Column.OUTCOME);
        boolean isNone = rows.rows() == 0;
        RankedForecasts ranked =
                isNone ? null : new RankedForecasts(rows.of(Column.LAST_RETURN), rows.of(Column.UP), rows.decisions());
        PooledCorrelation pooled =
                new PooledCorrelation(rows.of(Column.LAST_RETURN), rows.of(Column.OUTCOME), rows.decisions());
        StationaryBootstrap.Interval area = isNone ? UNKNOWN : ranked.area(rows.bootstrap());
        StationaryBootstrap.Interval correlation = isNone ? UNKNOWN : pooled.interval(rows.bootstrap());
        Unmeasured unmeasured = new Unmeasured();
        String reason = isNone
                ? "no outcome has a return known over as long before its decision"
                : "too few outcomes, or all went the same way";
        return new LastReturnReport(
                rows.rows(),
                unmeasured.orNull("auc", isNone ? Double.NaN : ranked.area(), reason),
                unmeasured.orNull("aucLower", area.lower(), reason),
                unmeasured.orNull("aucUpper", area.upper(), reason),
                unmeasured.orNull("pooledIc", isNone ? Double.NaN : pooled.value(), reason),
                unmeasured.orNull("pooledIcLower", correlation.lower(), reason),
                unmeasured.orNull("pooledIcUpper", correlation.upper(), reason),
                unmeasured.reasons());
    }
}
