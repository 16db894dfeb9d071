package org.cryptosmarttrader.serving.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.serving.plot.StripPlot.Strip;

/** What the gates said of one horizon's verdicts, counted. */
final class GateTally {

    private static final int YEAR_AND_MONTH = "2022-03".length();

    /** Counts of a month. */
    private static final class Month {
        private long verdicts;
        private long passed;
        private final SortedMap<String, Long> refusals = new TreeMap<>();
    }

    private final TimeCells cells;
    private final SortedMap<String, Long> standings = new TreeMap<>();
    private final SortedMap<String, Long> refusals = new TreeMap<>();
    private final SortedMap<String, Long> notMeasured = new TreeMap<>();
    private final SortedMap<String, Month> months = new TreeMap<>();
    private final Map<Reason, long[]> refusedByCell = new EnumMap<>(Reason.class);
    private final long[] verdictsByCell = new long[TimeCells.COUNT];
    private final long[] passedByCell = new long[TimeCells.COUNT];
    private long verdicts;
    private long gated;
    private long research;
    private boolean trainingOpen;
    private double trainingHours = Double.NaN;
    private long trainingOpenedAt = Long.MAX_VALUE;

    GateTally(TimeCells cells) {
        this.cells = cells;
    }

    /**
     * @param unmeasured those of the reasons whose gates had nothing to go by
     * @param ofGated whether the lane GATED may act on it
     */
    void add(
            long decision,
            Standing standing,
            List<Reason> reasons,
            List<Reason> unmeasured,
            boolean ofGated,
            boolean ofResearch) {
        int cell = cells.of(decision);
        Month month = months.computeIfAbsent(
                Instant.ofEpochMilli(decision).toString().substring(0, YEAR_AND_MONTH), absent -> new Month());
        verdicts++;
        month.verdicts++;
        verdictsByCell[cell]++;
        gated += ofGated ? 1 : 0;
        research += ofResearch ? 1 : 0;
        standings.merge(standing.name(), 1L, Long::sum);
        if (standing == Standing.PASSED) {
            month.passed++;
            passedByCell[cell]++;
        }
        for (Reason reason : reasons) {
            refusals.merge(reason.name(), 1L, Long::sum);
            month.refusals.merge(reason.name(), 1L, Long::sum);
            refusedByCell.computeIfAbsent(reason, absent -> new long[TimeCells.COUNT])[cell]++;
        }
        unmeasured.forEach(reason -> notMeasured.merge(reason.name(), 1L, Long::sum));
    }

    /** Where the training gate stood at a tick; ticks must come in order. */
    void status(long tick, double hours, boolean open) {
        trainingHours = hours;
        trainingOpen = open;
        if (open) {
            trainingOpenedAt = Math.min(trainingOpenedAt, tick);
        }
    }

    GateReport report() {
        return new GateReport(
                trainingOpen,
                Double.isNaN(trainingHours) ? null : trainingHours,
                trainingOpenedAt == Long.MAX_VALUE
                        ? null
                        : Instant.ofEpochMilli(trainingOpenedAt).toString(),
                verdicts,
                standings,
                refusals,
                notMeasured,
                gated,
                research,
                months.entrySet().stream()
                        .map(entry -> new GateReport.Month(
                                entry.getKey(),
                                entry.getValue().verdicts,
                                entry.getValue().passed,
                                entry.getValue().refusals))
                        .toList());
    }

    /** Shares of verdicts over time: what passed, then each reason of a refusal in order. */
    List<Strip> strips() {
        List<Strip> strips = new ArrayList<>();
        strips.add(new Strip("passed", "s1", shares(passedByCell)));
        refusedByCell.forEach((reason, counts) -> strips.add(new Strip(reason.name(), "s2", shares(counts))));
        return strips;
    }

    private double[] shares(long[] counts) {
        double[] shares = new double[counts.length];
        for (int cell = 0; cell < counts.length; cell++) {
            shares[cell] = verdictsByCell[cell] == 0 ? Double.NaN : (double) counts[cell] / verdictsByCell[cell];
        }
        return shares;
    }
}
