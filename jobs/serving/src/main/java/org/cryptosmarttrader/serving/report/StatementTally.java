package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.serving.rows.DecisionOutcomes;
import org.cryptosmarttrader.statements.RealisedReturn;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** The statements of a run beside the direction, and what became of them, day by day. */
final class StatementTally {

    /** What was said of a pair. */
    private record Said(double probability, double climatology, boolean opened) {}

    /** One statement over one horizon. */
    private static final class Family {
        private final TreeMap<Long, Map<String, Said>> waiting = new TreeMap<>();
        private final ProbabilityRows all;
        private final ProbabilityRows passed;
        private long made;
        private long opened;

        Family(Horizon horizon, TickGrid grid) {
            this.all = new ProbabilityRows(horizon, grid);
            this.passed = new ProbabilityRows(horizon, grid);
        }

        void make(long decision, String pair, Said said) {
            waiting.computeIfAbsent(decision, absent -> new HashMap<>()).put(pair, said);
            made++;
            opened += said.opened() ? 1 : 0;
        }

        void meet(DecisionOutcomes outcomes, String statement) {
            Map<String, Said> ofDecision = waiting.remove(outcomes.decision());
            if (ofDecision == null) {
                return;
            }
            double[] answers = outcomes.of(statement);
            List<RealisedReturn> returns = outcomes.returns();
            for (int i = 0; i < answers.length; i++) {
                Said said = ofDecision.get(returns.get(i).pair());
                if (said != null) {
                    all.add(outcomes.decision(), said.probability(), said.climatology(), answers[i]);
                }
                if (said != null && said.opened()) {
                    passed.add(outcomes.decision(), said.probability(), said.climatology(), answers[i]);
                }
            }
        }
    }

    private final DayRows statements;
    private final TickGrid grid;
    private final Map<String, SortedMap<String, Family>> families = new TreeMap<>();

    /** @throws IOException if the settings the run keeps are damaged */
    StatementTally(RunFolder run) throws IOException {
        RunManifest manifest = run.manifest();
        this.statements = new DayRows(run, Datasets.STATEMENTS, "p", "climatology", "reasons");
        this.grid = new TickGrid(manifest.tickIntervalMillis(), manifest.graceMillis());
        for (String statement : declared(manifest)) {
            manifest.horizons().forEach(horizon -> family(horizon, statement));
        }
    }

    /** A run from before there were any declares none. */
    private static List<String> declared(RunManifest manifest) throws IOException {
        List<String> names = new ArrayList<>();
        if (manifest.settings() != null) {
            Json.mapper().readTree(manifest.settings()).path("statements").forEach(name -> names.add(name.asText()));
        }
        return names;
    }

    private Family family(String horizon, String statement) {
        return families.computeIfAbsent(horizon, absent -> new TreeMap<>())
                .computeIfAbsent(statement, absent -> new Family(Horizon.parse(horizon), grid));
    }

    /** @param outcomes whose labels came that day */
    void addDay(long day, List<DecisionOutcomes> outcomes) throws IOException {
        make(statements.of(day));
        for (DecisionOutcomes met : outcomes) {
            families.getOrDefault(met.horizon(), new TreeMap<>())
                    .forEach((statement, family) -> family.meet(met, statement));
        }
    }

    private void make(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            String horizon = batch.strings(statements.column(Datasets.HORIZON))[row];
            family(horizon, batch.strings(statements.column("statement"))[row])
                    .make(
                            batch.longs(statements.column(Datasets.DECISION_AT))[row],
                            batch.strings(statements.column(Datasets.PAIR))[row],
                            new Said(
                                    batch.doubles(statements.column("p"))[row],
                                    batch.doubles(statements.column("climatology"))[row],
                                    batch.strings(statements.column("reasons"))[row].isEmpty()));
        }
    }

    /** What came of each statement of a horizon, by name; asked for once. */
    SortedMap<String, FamilyReport> report(String horizon) {
        SortedMap<String, FamilyReport> reports = new TreeMap<>();
        families.getOrDefault(horizon, new TreeMap<>())
                .forEach((statement, family) ->
                        reports.put(statement, FamilyReport.of(family.made, family.opened, family.all, family.passed)));
        return reports;
    }
}
