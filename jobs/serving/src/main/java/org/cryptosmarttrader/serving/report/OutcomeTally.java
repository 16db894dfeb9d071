package org.cryptosmarttrader.serving.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Coverage;
import org.cryptosmarttrader.uncertainty.CoverageLedger;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;
import org.cryptosmarttrader.uncertainty.Interval;
import org.cryptosmarttrader.uncertainty.WilsonInterval;

/**
 * What became of one horizon's verdicts. Verdicts wait for their outcome one horizon long; of those that met one, three
 * numbers are kept for the scores.
 */
final class OutcomeTally {

    /** A verdict that waits for its outcome. */
    record Waiting(double probability, double climatology, Interval interval) {}

    private final Horizon horizon;
    private final TickGrid grid;
    private final double promised;
    private final TreeMap<Long, Map<String, Waiting>> waiting = new TreeMap<>();
    private final DoubleStream.Builder probabilities = DoubleStream.builder();
    private final DoubleStream.Builder ups = DoubleStream.builder();
    private final DoubleStream.Builder climatologies = DoubleStream.builder();
    private final IndependentOutcomes independent;
    private final IndependentOutcomes independentIntervals;
    private final CoverageLedger ledger;
    private long issued;
    private long matured;
    private long withoutOutcome;

    /** @param promised share of outcomes that intervals are to hold */
    OutcomeTally(Horizon horizon, TickGrid grid, double promised) {
        this.horizon = horizon;
        this.grid = grid;
        this.promised = promised;
        this.independent = new IndependentOutcomes(horizon.bars(grid));
        this.independentIntervals = new IndependentOutcomes(horizon.bars(grid));
        this.ledger = new CoverageLedger(horizon.bars(grid), promised);
    }

    void issue(long decision, String pair, Waiting verdict) {
        waiting.computeIfAbsent(decision, absent -> new TreeMap<>()).put(pair, verdict);
        issued++;
    }

    /**
     * Enters a label; labels must come in the order of their maturity.
     *
     * @param outcome log return, NaN if there was no price
     */
    void mature(long decision, String pair, long maturedAt, double outcome) {
        Map<String, Waiting> ofDecision = waiting.getOrDefault(decision, Map.of());
        Waiting verdict = ofDecision.isEmpty() ? null : ofDecision.remove(pair);
        if (verdict == null) {
            return;
        }
        if (ofDecision.isEmpty()) {
            waiting.remove(decision);
        }
        if (Double.isNaN(outcome)) {
            withoutOutcome++;
        } else {
            learn(verdict, decision, Symbols.quote(pair), maturedAt, outcome);
        }
    }

    private void learn(Waiting verdict, long decision, String quote, long maturedAt, double outcome) {
        long bar = grid.barAt(decision);
        matured++;
        independent.add(bar);
        probabilities.add(verdict.probability());
        ups.add(outcome > 0 ? 1 : 0);
        climatologies.add(verdict.climatology());
        if (verdict.interval().isKnown()) {
            independentIntervals.add(bar);
            ledger.add(quote, maturedAt, bar, verdict.interval(), outcome);
        }
    }

    /** Counts those as without outcome whose labels should have come by an instant and did not: the pair was gone. */
    void giveUpBefore(long instant) {
        Map<Long, Map<String, Waiting>> overdue = waiting.headMap(instant - horizon.millis());
        overdue.values().forEach(verdicts -> withoutOutcome += verdicts.size());
        overdue.clear();
    }

    long issued() {
        return issued;
    }

    long matured() {
        return matured;
    }

    long withoutOutcome() {
        return withoutOutcome;
    }

    long open() {
        return waiting.values().stream().mapToLong(Map::size).sum();
    }

    double independentOutcomes() {
        return independent.count();
    }

    SkillReport skill() {
        return SkillReport.of(
                probabilities.build().toArray(),
                ups.build().toArray(),
                climatologies.build().toArray());
    }

    CoverageReport coverage() {
        List<CoverageReport.Month> months = new ArrayList<>();
        long hits = 0;
        long intervals = 0;
        for (Coverage row : ledger.rows()) {
            months.add(CoverageReport.Month.of(row));
            hits += row.hits();
            intervals += row.n();
        }
        Unmeasured unmeasured = new Unmeasured();
        String none = "no interval has met an outcome";
        double share = (double) hits / intervals;
        WilsonInterval wilson = intervals == 0
                ? new WilsonInterval(Double.NaN, Double.NaN)
                : WilsonInterval.of(share, independentIntervals.count());
        return new CoverageReport(
                promised,
                unmeasured.orNull("realised", share, none),
                unmeasured.orNull("lower", wilson.lower(), none),
                unmeasured.orNull("upper", wilson.upper(), none),
                intervals,
                independentIntervals.count(),
                months,
                unmeasured.reasons());
    }
}
