package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.evaluation.VolatilityBaselines;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.serving.rows.DecisionOutcomes;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** The verdicts of a run beside the outcomes they met, day by day: a label never matures before its verdict's day. */
final class Verdicts {

    private final RunFolder run;
    private final ForecastTally forecasts;
    private final BaselineFeed baselines;
    private final DayRows verdicts;
    private final DayRows labels;
    private final DayRows status;
    private final StatementTally statements;
    private final Map<String, OutcomeTally> outcomes = new LinkedHashMap<>();
    private final Map<String, GateTally> gates = new LinkedHashMap<>();
    private final SortedMap<String, Map<Lane, LaneGate>> lanes = new TreeMap<>();
    private final Map<String, List<Reason>> parsed = new TreeMap<>();

    private Verdicts(RunFolder run, ForecastTally forecasts) throws IOException {
        this.run = run;
        this.forecasts = forecasts;
        this.baselines = BaselineFeed.of(run);
        this.verdicts = new DayRows(
                run,
                Datasets.VERDICTS,
                Stream.concat(
                                OutcomeTally.Waiting.COLUMNS.stream(),
                                Stream.of("standing", "not_measured", "gated", "research", "ensemble_agreement"))
                        .toArray(String[]::new));
        this.statements = new StatementTally(run);
        this.labels = new DayRows(run, Datasets.LABELS, "value", "scaled");
        this.status = new DayRows(run, Datasets.STATUS, "training_hours", "training_open");
        RunManifest manifest = run.manifest();
        TickGrid grid = new TickGrid(manifest.tickIntervalMillis(), manifest.graceMillis());
        TimeCells cells = new TimeCells(manifest.emitFrom(), manifest.until());
        for (String horizon : manifest.horizons()) {
            outcomes.put(horizon, new OutcomeTally(Horizon.parse(horizon), grid, 1 - manifest.intervalAlpha()));
            gates.put(horizon, new GateTally(cells));
        }
    }

    static Verdicts of(RunFolder run, ForecastTally forecasts) throws IOException {
        Verdicts read = new Verdicts(run, forecasts);
        long last = UtcDays.dayOf(run.manifest().until());
        for (long day = UtcDays.dayOf(run.manifest().emitFrom()); day <= last; day++) {
            read.addDay(day);
        }
        return read;
    }

    private void addDay(long day) throws IOException {
        addVerdicts(verdicts.of(day));
        RowBatch ofLabels = labels.of(day);
        addLabels(ofLabels, baselines == null ? Map.of() : baselines.upTo(day));
        statements.addDay(day, DecisionOutcomes.of(labels, ofLabels));
        addStatus(status.of(day));
        long read = Math.min(UtcDays.start(day + 1), run.manifest().until() + 1);
        outcomes.values().forEach(tally -> tally.giveUpBefore(read));
    }

    private void addVerdicts(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            long decision = batch.longs(verdicts.column(Datasets.DECISION_AT))[row];
            String pair = batch.strings(verdicts.column(Datasets.PAIR))[row];
            String horizon = batch.strings(verdicts.column(Datasets.HORIZON))[row];
            double climatology = forecasts.climatology(horizon, batch.strings(verdicts.column("forest"))[row]);
            outcomes.get(horizon)
                    .issue(
                            decision,
                            pair,
                            OutcomeTally.Waiting.of(verdicts, batch, row, climatology),
                            batch.doubles(verdicts.column("ensemble_agreement"))[row]);
            judge(batch, row, decision, pair, horizon);
        }
    }

    private void judge(RowBatch batch, int row, long decision, String pair, String horizon) {
        Standing standing = Standing.valueOf(batch.strings(verdicts.column("standing"))[row]);
        List<Reason> reasons = reasons(batch.strings(verdicts.column("reasons"))[row]);
        List<Reason> notMeasured = reasons(batch.strings(verdicts.column("not_measured"))[row]);
        boolean gated = batch.booleans(verdicts.column("gated"))[row];
        boolean research = batch.booleans(verdicts.column("research"))[row];
        gates.get(horizon).add(decision, standing, reasons, notMeasured, gated, research);
        String quote = Symbols.quote(pair);
        gate(quote, Lane.GATED).add(gated, standing, reasons, notMeasured);
        gate(quote, Lane.RESEARCH).add(research, standing, reasons, notMeasured);
    }

    private List<Reason> reasons(String names) {
        return parsed.computeIfAbsent(
                names,
                text -> text.isEmpty()
                        ? List.of()
                        : Stream.of(text.split(",")).map(this::reason).toList());
    }

    private Reason reason(String name) {
        return Stream.of(Reason.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "output %s: its verdicts were refused for %s, which no gate of this program does; make the report with the program that made the run, %s"
                                .formatted(run.root(), name, run.manifest().codeVersion())));
    }

    private void addLabels(RowBatch batch, Map<BaselineFeed.Key, VolatilityBaselines.Losses> losses) {
        for (int row = 0; row < batch.rows(); row++) {
            String horizon = batch.strings(labels.column(Datasets.HORIZON))[row];
            String pair = batch.strings(labels.column(Datasets.PAIR))[row];
            long maturedAt = batch.longs(labels.column("matured_at"))[row];
            long decision = batch.longs(labels.column(Datasets.DECISION_AT))[row];
            outcomes.get(horizon)
                    .mature(
                            decision,
                            pair,
                            maturedAt,
                            batch.doubles(labels.column("value"))[row],
                            losses.get(new BaselineFeed.Key(horizon, pair, decision)));
        }
    }

    private void addStatus(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            gates.get(batch.strings(status.column(Datasets.HORIZON))[row])
                    .status(
                            batch.longs(status.column(Datasets.DECISION_AT))[row],
                            batch.doubles(status.column("training_hours"))[row],
                            batch.booleans(status.column("training_open"))[row]);
        }
    }

    /** What a lane might act on in a quote currency. */
    LaneGate gate(String quote, Lane lane) {
        return lanes.computeIfAbsent(quote, absent -> new TreeMap<>())
                .computeIfAbsent(lane, absent -> new LaneGate(lane));
    }

    private MembersReport members(String horizon, EnsembleTally together) {
        List<MembersReport.Member> each = forecasts.members(horizon, together.verdicts());
        MembersReport.Ensemble ensemble = together.report();
        return new MembersReport(each, ensemble, Words.members(each, ensemble));
    }

    /** What came of a horizon. */
    HorizonReport report(String horizon) {
        OutcomeTally tally = outcomes.get(horizon);
        List<ForestUse> forests = forecasts.forests(horizon);
        CoverageReport coverage = tally.coverage();
        SkillReport skill = tally.skill();
        GateReport judged = gates.get(horizon).report();
        IntervalReport intervals = tally.intervals(BaselineFeed.absence(run.manifest()));
        SortedMap<String, FamilyReport> families = statements.report(horizon);
        families.put(FamilyReport.DIRECTION, tally.direction());
        List<String> words = new ArrayList<>();
        if (judged.verdicts() == 0) {
            words.add(Words.noForecasts(forests));
        } else {
            words.addAll(Words.skill(skill, tally.independentOutcomes(), forests));
            words.add(Words.coverage(coverage));
            words.addAll(Words.intervals(intervals));
            words.add(Words.gates(judged));
            families.forEach((name, family) -> words.add(Words.family(name, family)));
        }
        return new HorizonReport(
                forests,
                members(horizon, tally.ensemble()),
                tally.issued(),
                tally.matured(),
                tally.withoutOutcome(),
                tally.open(),
                tally.independentOutcomes(),
                coverage,
                skill,
                tally.lastReturn(),
                intervals,
                families,
                judged,
                words,
                gates.get(horizon).strips());
    }
}
