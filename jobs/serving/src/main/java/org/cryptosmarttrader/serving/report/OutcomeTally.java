package org.cryptosmarttrader.serving.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.evaluation.PredictiveQuantiles;
import org.cryptosmarttrader.evaluation.VolatilityBaselines;
import org.cryptosmarttrader.serving.report.OutcomeScores.Column;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Coverage;
import org.cryptosmarttrader.uncertainty.CoverageLedger;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;
import org.cryptosmarttrader.uncertainty.Interval;
import org.cryptosmarttrader.uncertainty.WilsonInterval;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * What became of one horizon's verdicts. Verdicts wait for their outcome one horizon long; of those that met one, the numbers
 * that scores are made of are kept.
 */
final class OutcomeTally {

    /**
     * A verdict that waits for its outcome.
     *
     * @param expected log return
     * @param opened whether every gate let it through
     * @param quantiles at {@link BaselineFeed#LEVELS}
     * @param together P(return > 0) by the vote of all members; NaN if they abstained
     * @param regime state of the market at the decision
     */
    record Waiting(
            double probability,
            double climatology,
            double expected,
            Interval interval,
            boolean opened,
            double[] quantiles,
            double together,
            String regime) {

        /** Columns of the quantiles, in the order of {@link BaselineFeed#LEVELS}. */
        private static final List<String> QUANTILES = List.of("q05", "q10", "q25", "q50", "q75", "q90", "q95");

        /** Columns a verdict is read from. */
        static final List<String> COLUMNS = Stream.concat(
                        Stream.of(
                                "forest",
                                "p_up",
                                "expected_return",
                                "lower",
                                "upper",
                                "reasons",
                                "ensemble_p_up",
                                "regime"),
                        QUANTILES.stream())
                .toList();

        /** @param climatology base rate of the model judged */
        static Waiting of(DayRows rows, RowBatch batch, int row, double climatology) {
            return new Waiting(
                    batch.doubles(rows.column("p_up"))[row],
                    climatology,
                    batch.doubles(rows.column("expected_return"))[row],
                    new Interval(batch.doubles(rows.column("lower"))[row], batch.doubles(rows.column("upper"))[row]),
                    batch.strings(rows.column("reasons"))[row].isEmpty(),
                    QUANTILES.stream()
                            .mapToDouble(name -> batch.doubles(rows.column(name))[row])
                            .toArray(),
                    batch.doubles(rows.column("ensemble_p_up"))[row],
                    batch.strings(rows.column("regime"))[row]);
        }
    }

    private final Horizon horizon;
    private final TickGrid grid;
    private final double promised;
    private final TreeMap<Long, Map<String, Waiting>> waiting = new TreeMap<>();
    private final OutcomeScores scores;
    private final IndependentOutcomes independent;
    private final IndependentOutcomes independentIntervals;
    private final CoverageLedger ledger;
    private final EnsembleTally ensemble;
    private final SortedMap<String, ProbabilityRows> regimes = new TreeMap<>();
    private OutcomeScores.Table table;
    private long issued;
    private long opened;
    private long matured;
    private long withoutOutcome;

    /** @param promised share of outcomes that intervals are to hold */
    OutcomeTally(Horizon horizon, TickGrid grid, double promised) {
        this.horizon = horizon;
        this.grid = grid;
        this.promised = promised;
        this.scores = new OutcomeScores(horizon, grid);
        this.independent = new IndependentOutcomes(horizon.bars(grid));
        this.independentIntervals = new IndependentOutcomes(horizon.bars(grid));
        this.ledger = new CoverageLedger(horizon.bars(grid), promised);
        this.ensemble = new EnsembleTally(horizon, grid);
    }

    /** @param agreement part of the members' weight on the side of their vote; NaN if they abstained */
    void issue(long decision, String pair, Waiting verdict, double agreement) {
        ensemble.issue(decision, verdict.together(), agreement);
        waiting.computeIfAbsent(decision, absent -> new TreeMap<>()).put(pair, verdict);
        issued++;
        opened += verdict.opened() ? 1 : 0;
    }

    /**
     * Enters a label; labels must come in the order of their maturity.
     *
     * @param outcome log return, NaN if there was no price
     * @param baselines what they would have paid for it; null if they are not known
     */
    void mature(long decision, String pair, long maturedAt, double outcome, VolatilityBaselines.Losses baselines) {
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
            scores.add(decision, row(verdict, outcome, baselines));
            ensemble.mature(decision, verdict.together(), verdict.climatology(), outcome);
            regimes.computeIfAbsent(verdict.regime(), absent -> new ProbabilityRows(horizon, grid))
                    .add(decision, verdict.probability(), verdict.climatology(), outcome);
        }
    }

    private void learn(Waiting verdict, long decision, String quote, long maturedAt, double outcome) {
        long bar = grid.barAt(decision);
        matured++;
        independent.add(bar);
        if (verdict.interval().isKnown()) {
            independentIntervals.add(bar);
            ledger.add(quote, maturedAt, bar, verdict.interval(), outcome);
        }
    }

    private double[] row(Waiting verdict, double outcome, VolatilityBaselines.Losses baselines) {
        double[] row = new double[Column.values().length];
        Arrays.fill(row, Double.NaN);
        row[Column.PROBABILITY.ordinal()] = verdict.probability();
        row[Column.UP.ordinal()] = outcome > 0 ? 1 : 0;
        row[Column.CLIMATOLOGY.ordinal()] = verdict.climatology();
        row[Column.EXPECTED.ordinal()] = verdict.expected();
        row[Column.OUTCOME.ordinal()] = outcome;
        row[Column.OPENED.ordinal()] = verdict.opened() ? 1 : 0;
        Interval interval = verdict.interval();
        if (interval.isKnown() && Double.isFinite(interval.width())) {
            row[Column.INTERVAL.ordinal()] =
                    VolatilityBaselines.intervalLoss(1 - promised, interval.lower(), interval.upper(), outcome);
        }
        if (Arrays.stream(verdict.quantiles()).allMatch(Double::isFinite)) {
            PredictiveQuantiles quantiles = new PredictiveQuantiles(BaselineFeed.LEVELS, verdict.quantiles());
            row[Column.CRPS.ordinal()] = quantiles.rankedProbabilityScore(outcome);
            row[Column.PIT.ordinal()] = quantiles.pit(outcome);
        }
        if (baselines != null) {
            compare(row, baselines);
        }
        return row;
    }

    private static void compare(double[] row, VolatilityBaselines.Losses baselines) {
        row[Column.LAST_RETURN.ordinal()] = baselines.lastReturn();
        for (VolatilityBaselines.Source source : VolatilityBaselines.Source.values()) {
            row[Column.interval(source).ordinal()] = baselines.interval()[source.ordinal()];
            row[Column.crps(source).ordinal()] = baselines.crps()[source.ordinal()];
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
        return SkillReport.of(table());
    }

    LastReturnReport lastReturn() {
        return LastReturnReport.of(table());
    }

    /** What the probabilities were worth by state of the market; asked for once. */
    SortedMap<String, ProbabilityScores> regimes() {
        SortedMap<String, ProbabilityScores> scores = new TreeMap<>();
        regimes.forEach((regime, rows) -> scores.put(regime, rows.scores()));
        return scores;
    }

    /** What the members said together, and how many verdicts there were by decision. */
    EnsembleTally ensemble() {
        return ensemble;
    }

    /** What those that passed every gate were worth. */
    FamilyReport direction() {
        return FamilyReport.direction(issued, opened, table());
    }

    /** @param absentVolatility why the run knows no volatility; null if it does */
    IntervalReport intervals(String absentVolatility) {
        return IntervalReport.of(table(), absentVolatility);
    }

    /** Once asked for, no row is added any more. */
    private OutcomeScores.Table table() {
        table = table == null ? scores.table() : table;
        return table;
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
