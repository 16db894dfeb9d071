package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.cryptosmarttrader.serving.plot.StripPlot;

/**
 * What one horizon's forecasts were worth.
 *
 * @param forests used, in the order of their first use
 * @param forecasts verdicts issued
 * @param matured of these, how many met a known outcome
 * @param withoutOutcome how many matured into a gap: there was no price
 * @param open how many had not matured when the run ended
 * @param independentOutcomes what the matured ones are worth, overlapping horizons and pairs counted once
 * @param words what the numbers mean
 * @param gateStrips shares of verdicts by gate over time, for the page
 */
public record HorizonReport(
        List<ForestUse> forests,
        long forecasts,
        long matured,
        long withoutOutcome,
        long open,
        double independentOutcomes,
        CoverageReport coverage,
        SkillReport skill,
        GateReport gates,
        List<String> words,
        @JsonIgnore List<StripPlot.Strip> gateStrips) {}
