package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.serving.plot.StripPlot;

/**
 * What one horizon's forecasts were worth.
 *
 * @param forests whose forecasts were judged, in the order of their first use
 * @param members all models side by side, as they said it themselves
 * @param forecasts verdicts issued
 * @param matured of these, how many met a known outcome
 * @param withoutOutcome how many matured into a gap: there was no price
 * @param open how many had not matured when the run ended
 * @param independentOutcomes what the matured ones are worth, overlapping horizons and pairs counted once
 * @param lastReturn what the last return would have told
 * @param intervals beside what volatility alone would have said
 * @param families of statements, by name: what passed the gates, and its worth
 * @param words what the numbers mean
 * @param gateStrips shares of verdicts by gate over time, for the page
 */
public record HorizonReport(
        List<ForestUse> forests,
        MembersReport members,
        long forecasts,
        long matured,
        long withoutOutcome,
        long open,
        double independentOutcomes,
        CoverageReport coverage,
        SkillReport skill,
        LastReturnReport lastReturn,
        IntervalReport intervals,
        SortedMap<String, FamilyReport> families,
        GateReport gates,
        List<String> words,
        @JsonIgnore List<StripPlot.Strip> gateStrips) {}
