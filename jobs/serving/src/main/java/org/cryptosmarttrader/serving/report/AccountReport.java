package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.serving.findings.Finding;
import org.cryptosmarttrader.serving.findings.Otherwise;
import org.cryptosmarttrader.serving.trials.Selection;

/**
 * One account: a lane in a quote currency. Amounts are in that currency, as decimal text; null without account rows.
 *
 * @param equityStart at the first tick of the report
 * @param equityEnd at the last, cash and positions at their last closes
 * @param realised profit of all sales after all costs, since the genesis
 * @param unrealised positions at their last closes less their cost
 * @param fees paid since the genesis
 * @param stopped true once the kill switch has tripped
 * @param figures of equity, after costs
 * @param selection what its Sharpe ratio is worth among all trials of the archive; null if the run was not counted
 * @param exposure mean of positions over equity
 * @param turnover notional over mean equity, per year
 * @param trades orders, fills and sales
 * @param capacity capital this way of trading bears
 * @param otherwise what would have come of it had one thing been otherwise; empty if that was not tried
 * @param returns by what they are told apart by ({@code month}, {@code strategy}, {@code regime}), then by its value; their profits add up to the change of
 *     equity exactly
 * @param allowedVerdicts number of verdicts the lane might act on
 * @param blockedVerdicts verdicts it might not act on, by what kept it
 * @param words what the numbers mean
 * @param findings what speaks against the result, the gravest first
 * @param unmeasured why a field is null, by field
 * @param curve equity over time, for the page and the tables
 * @param trips its sales, for the same
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountReport(
        String equityStart,
        String equityEnd,
        String realised,
        String unrealised,
        String fees,
        Boolean stopped,
        ReturnFigures figures,
        Selection selection,
        Double exposure,
        Double turnover,
        TradeReport trades,
        CapacityReport capacity,
        List<Otherwise> otherwise,
        SortedMap<String, SortedMap<String, ReturnsBy.Part>> returns,
        long allowedVerdicts,
        SortedMap<String, Long> blockedVerdicts,
        List<String> words,
        List<Finding> findings,
        SortedMap<String, String> unmeasured,
        @JsonIgnore Curve curve,
        @JsonIgnore List<RoundTrip> trips) {}
