package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;

/**
 * What the gates said.
 *
 * @param trainingOpen whether the training gate was open at the last tick
 * @param trainingHours hours of authentic history behind the horizon at the last tick; null if the run has no status rows
 * @param trainingOpenedAt first tick of the run at which the training gate was open; null if never
 * @param verdicts number of forecasts judged
 * @param standings verdicts by standing
 * @param refusals verdicts by reason; one with several reasons counts under each
 * @param notMeasured of these, where the gate had nothing to go by
 * @param gated verdicts that the lane GATED might act on
 * @param research verdicts that the lane RESEARCH might act on
 * @param months by month of decision
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GateReport(
        boolean trainingOpen,
        Double trainingHours,
        String trainingOpenedAt,
        long verdicts,
        SortedMap<String, Long> standings,
        SortedMap<String, Long> refusals,
        SortedMap<String, Long> notMeasured,
        long gated,
        long research,
        List<Month> months) {

    /** A month's verdicts, those that passed every gate, and the refusals by reason. */
    public record Month(String month, long verdicts, long passed, SortedMap<String, Long> refusals) {}
}
