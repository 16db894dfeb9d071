package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.uncertainty.Coverage;

/**
 * Whether intervals held what they promised.
 *
 * @param promised share of outcomes they were to hold
 * @param realised share they held
 * @param lower lower end of where the true share may lie, at 95 %, by the independent outcomes
 * @param upper upper end
 * @param intervals number of outcomes that met an interval
 * @param independentOutcomes behind them
 * @param months by month of maturity and quote currency
 * @param unmeasured why a field is null, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CoverageReport(
        double promised,
        Double realised,
        Double lower,
        Double upper,
        long intervals,
        double independentOutcomes,
        List<Month> months,
        SortedMap<String, String> unmeasured) {

    /**
     * A month of one quote currency.
     *
     * @param meanWidth log return; null if no interval was finite
     * @param alarm whether the true share must lie below the one promised
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Month(
            String month,
            String quote,
            long intervals,
            double realised,
            double lower,
            double upper,
            double independentOutcomes,
            Double meanWidth,
            boolean alarm) {

        static Month of(Coverage row) {
            return new Month(
                    row.month(),
                    row.group(),
                    row.n(),
                    row.share(),
                    row.wilson().lower(),
                    row.wilson().upper(),
                    row.independentOutcomes(),
                    Double.isNaN(row.meanWidth()) ? null : row.meanWidth(),
                    row.alarm());
        }
    }
}
