package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.serving.views.CoverageByMonth;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Models in use, and how what they promise compares with what came. */
final class ModelEndpoints {

    private static final long YEAR = 366 * TickGrid.DAY;

    private static final int DAYS = 31;

    private static final Parameter FOREST = new Parameter(
            "forest",
            true,
            "SHA-256 of a model's file, as /models and forecasts name it",
            "[0-9a-f]{64}",
            "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81",
            word -> word);

    private ModelEndpoints() {}

    static List<Endpoint> all(RunStore store) {
        ModelCards cards = new ModelCards(store);
        return List.of(
                new Endpoint.Document(
                        "/models/{forest}",
                        "the card of a model: what it was made of, and what it was worth on rows held back",
                        List.of(FOREST),
                        (snapshot, arguments) -> cards.of(snapshot, arguments.text(FOREST))),
                new Endpoint.Rows(
                        "/reliability/{horizon}",
                        "verdicts of the direction that met their outcomes in the span, by ten equal bins of P(up): how many, their mean, and the share that rose; with the ECE of all",
                        List.of(Parameter.OF_HORIZON, Parameter.FROM, Parameter.UNTIL),
                        ModelEndpoints::reliability),
                new Endpoint.Rows(
                        "/models",
                        "models that forecast at the last tick, with their roles",
                        List.of(Parameter.HORIZON),
                        ModelEndpoints::models),
                new Endpoint.Rows(
                        "/performance",
                        "intervals by horizon and month: what was promised, and what held, all quote currencies and regimes",
                        List.of(Parameter.HORIZON),
                        ModelEndpoints::performance),
                new Endpoint.Rows(
                        "/drift",
                        "columns by how unlike their last 28 days are to the training set, the most unlike first",
                        List.of(Parameter.HORIZON),
                        ModelEndpoints::drift));
    }

    private static Sql models(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException {
        return new Sql("SELECT horizon, member, role, statement, version, forest, max(trained_as_of) AS trained_as_of,")
                .add("max(activated_at) AS activated_at, count(*) AS forecasts, avg(climatology) AS climatology")
                .add("FROM " + snapshot.lastTick(Datasets.FORECASTS) + " WHERE true")
                .addIfGiven("AND horizon = ?", arguments.text(Parameter.HORIZON))
                .add("GROUP BY horizon, member, role, statement, version, forest")
                .add("ORDER BY length(horizon), horizon, role, statement, member");
    }

    private static Sql performance(Snapshot snapshot, Arguments arguments) throws IOException {
        return new Sql("SELECT * FROM (" + CoverageByMonth.of(snapshot.last(Datasets.COVERAGE, YEAR)) + ") WHERE true")
                .addIfGiven("AND horizon = ?", arguments.text(Parameter.HORIZON))
                .add("ORDER BY length(horizon), horizon, month");
    }

    /** Bins and ECE by J.2 of the definitions: bin min(9, floor(10 p)). A label matures a horizon behind its decision. */
    private static Sql reliability(Snapshot snapshot, Arguments arguments) throws IOException {
        Spans span = Spans.of(snapshot, arguments, DAYS);
        String horizon = arguments.text(Parameter.OF_HORIZON);
        long decided = span.from() - Horizon.parse(horizon).millis();
        return new Sql("WITH v AS (SELECT pair, decision_at, p_up FROM")
                .add(snapshot.table(Datasets.VERDICTS, decided, span.until()))
                .add("WHERE NOT isnan(p_up) AND horizon = ?),", horizon)
                .add("l AS (SELECT pair, decision_at, value FROM")
                .add(snapshot.table(Datasets.LABELS, span.from(), span.until()))
                .add("WHERE NOT isnan(value) AND horizon = ?),", horizon)
                .add("m AS (SELECT least(9, floor(10 * p_up))::BIGINT AS bin, p_up, value > 0 AS up")
                .add("FROM v JOIN l USING (pair, decision_at)),")
                .add(
                        "b AS (SELECT bin, count(*) AS n, avg(p_up) AS mean_p, avg(up::INT) AS up_share FROM m GROUP BY bin)")
                .add("SELECT ?::VARCHAR AS horizon, bin, bin / 10 AS from_p, (bin + 1) / 10 AS until_p,", horizon)
                .add("n, mean_p, up_share, (sum(n) OVER ())::BIGINT AS outcomes,")
                .add("sum(n * abs(up_share - mean_p)) OVER () / sum(n) OVER () AS ece FROM b ORDER BY bin");
    }

    private static Sql drift(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException {
        return new Sql("SELECT * FROM " + snapshot.lastTick(Datasets.DRIFT) + " WHERE true")
                .addIfGiven("AND horizon = ?", arguments.text(Parameter.HORIZON))
                .add("ORDER BY psi DESC NULLS LAST, \"column\"");
    }
}
