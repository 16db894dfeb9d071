package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.runs.Datasets;

/** What is expected of each pair, how sure it is, and what came of it. */
final class PredictionEndpoints {

    private static final long LONGEST =
            Horizon.ALL.stream().mapToLong(Horizon::millis).max().orElseThrow();

    private static final String OF_FORECAST =
            "f.member, f.version, f.trained_as_of, f.p_up_raw, f.climatology, f.sigma, f.novelty";

    private static final String SUREST_FIRST = "ORDER BY abs(v.p_up - 0.5) DESC NULLS LAST, v.pair, v.horizon";

    private static final Parameter PAIR = Parameter.pair(false, "canonical pair with a dash");
    private static final Parameter LANES = Parameter.choice(
            "lane", List.of("GATED", "RESEARCH"), "signals this lane may act on; RESEARCH if none is given");

    private static final Parameter ORDER =
            Parameter.choice("order", List.of("pair", "surest"), "by pair, or the surest of the direction first");

    private PredictionEndpoints() {}

    static List<Endpoint> all() {
        return List.of(
                new Endpoint.Rows(
                        "/predictions/latest",
                        "verdicts of the last tick with the forecasts they judge",
                        List.of(PAIR, Parameter.HORIZON, ORDER),
                        PredictionEndpoints::latest),
                new Endpoint.Rows(
                        "/predictions/{pair}",
                        "verdicts of a pair with their forecasts, and what came of them where it is known, newest first",
                        List.of(Parameter.OF_PAIR, Parameter.HORIZON, Parameter.FROM, Parameter.UNTIL),
                        PredictionEndpoints::history),
                new Endpoint.Rows(
                        "/signals/active",
                        "verdicts of the last tick a lane may act on, the surest first",
                        List.of(LANES, Parameter.HORIZON),
                        PredictionEndpoints::signals));
    }

    private static Sql latest(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException {
        return ofLastTick(snapshot)
                .addIfGiven("AND v.pair = ?", arguments.text(PAIR))
                .addIfGiven("AND v.horizon = ?", arguments.text(Parameter.HORIZON))
                .add(
                        "surest".equals(arguments.text(ORDER))
                                ? SUREST_FIRST
                                : "ORDER BY v.pair, length(v.horizon), v.horizon");
    }

    private static Sql signals(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException {
        boolean isGated = "GATED".equals(arguments.text(LANES));
        return ofLastTick(snapshot)
                .add(isGated ? "AND v.gated" : "AND v.research")
                .addIfGiven("AND v.horizon = ?", arguments.text(Parameter.HORIZON))
                .add(SUREST_FIRST);
    }

    private static Sql ofLastTick(Snapshot snapshot) throws IOException, InterruptedException {
        return new Sql("SELECT v.*, " + OF_FORECAST + ", f.missing_groups")
                .add("FROM " + snapshot.lastTick(Datasets.VERDICTS) + " v")
                .add("LEFT JOIN " + snapshot.lastTick(Datasets.FORECASTS) + " f")
                .add("ON f.prediction_id = v.prediction_id AND f.pair = v.pair AND f.horizon = v.horizon")
                .add("AND f.decision_at = v.decision_at WHERE true");
    }

    private static Sql history(Snapshot snapshot, Arguments arguments) throws IOException {
        Spans span = Spans.of(snapshot, arguments, 7);
        String horizon = arguments.text(Parameter.HORIZON);
        long longest = horizon == null ? LONGEST : Horizon.parse(horizon).millis();
        long matured = span.until() + longest + TickGrid.DAY;
        Sql sql = new Sql("SELECT v.*, " + OF_FORECAST + ",")
                .add("l.matured_at, l.value AS outcome, l.status AS outcome_status,")
                .add(
                        "CASE WHEN l.value IS NULL OR isnan(l.value) THEN NULL ELSE l.value BETWEEN v.lower AND v.upper END")
                .add("AS held FROM");
        ofPair(sql, snapshot.table(Datasets.VERDICTS, span.from(), span.until()), arguments)
                .add("v LEFT JOIN");
        ofPair(sql, snapshot.table(Datasets.FORECASTS, span.from(), span.until()), arguments)
                .add("f ON f.prediction_id = v.prediction_id AND f.decision_at = v.decision_at")
                .add("AND f.horizon = v.horizon LEFT JOIN");
        return ofPair(sql, snapshot.table(Datasets.LABELS, span.from(), matured), arguments)
                .add("l ON l.decision_at = v.decision_at AND l.horizon = v.horizon")
                .add("ORDER BY v.decision_at DESC, length(v.horizon), v.horizon");
    }

    /** What is asked for is asked of each table: a join passes it on to none but the first. */
    private static Sql ofPair(Sql sql, String table, Arguments arguments) {
        return sql.add("(SELECT * FROM " + table + " WHERE pair = ?", arguments.text(Parameter.OF_PAIR))
                .addIfGiven("AND horizon = ?", arguments.text(Parameter.HORIZON))
                .add(")");
    }
}
