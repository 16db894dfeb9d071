package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Models in use, and how what they promise compares with what came. */
final class ModelEndpoints {

    private static final long YEAR = 366 * TickGrid.DAY;

    private ModelEndpoints() {}

    static List<Endpoint> all() {
        return List.of(
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

    private static Sql models(Snapshot snapshot, Arguments arguments) throws IOException {
        return new Sql("SELECT horizon, member, role, statement, version, forest, max(trained_as_of) AS trained_as_of,")
                .add("max(activated_at) AS activated_at, count(*) AS forecasts, avg(climatology) AS climatology")
                .add("FROM " + snapshot.lastTick(Datasets.FORECASTS) + " WHERE true")
                .addIfGiven("AND horizon = ?", arguments.text(Parameter.HORIZON))
                .add("GROUP BY horizon, member, role, statement, version, forest")
                .add("ORDER BY length(horizon), horizon, role, statement, member");
    }

    /** The ledger says each day what was counted so far: its last word of each cell counts. */
    private static Sql performance(Snapshot snapshot, Arguments arguments) throws IOException {
        return new Sql("WITH c AS " + snapshot.last(Datasets.COVERAGE, YEAR) + ", cells AS (")
                .add("SELECT horizon, month, quote, regime, forest, arg_max(outcomes, c.\"at\") AS outcomes,")
                .add("arg_max(hits, c.\"at\") AS hits, arg_max(promised, c.\"at\") AS promised FROM c")
                .add("GROUP BY horizon, month, quote, regime, forest)")
                .add("SELECT horizon, month, sum(outcomes)::BIGINT AS outcomes, sum(hits)::BIGINT AS hits,")
                .add("sum(hits) / sum(outcomes)::DOUBLE AS realised,")
                .add("sum(promised * outcomes) / sum(outcomes) AS promised FROM cells WHERE outcomes > 0")
                .addIfGiven("AND horizon = ?", arguments.text(Parameter.HORIZON))
                .add("GROUP BY horizon, month ORDER BY length(horizon), horizon, month");
    }

    private static Sql drift(Snapshot snapshot, Arguments arguments) throws IOException {
        return new Sql("SELECT * FROM " + snapshot.lastTick(Datasets.DRIFT) + " WHERE true")
                .addIfGiven("AND horizon = ?", arguments.text(Parameter.HORIZON))
                .add("ORDER BY psi DESC NULLS LAST, \"column\"");
    }
}
