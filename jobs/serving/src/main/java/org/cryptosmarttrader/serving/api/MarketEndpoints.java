package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cryptosmarttrader.features.FeatureDoc;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.serving.http.Problem;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** The market as the run knew it. */
final class MarketEndpoints {

    private static final long TWO_DAYS = 2 * TickGrid.DAY;
    private static final int MOST_COLUMNS = 20;

    private static final Parameter COLUMNS = new Parameter(
            "columns",
            false,
            "names of features, commas between; /features lists them",
            "[a-z0-9_]{1,40}(,[a-z0-9_]{1,40}){0,19}",
            "ret_24,rsi_14",
            word -> word);

    private MarketEndpoints() {}

    static List<Endpoint> all() {
        return List.of(
                new Endpoint.Rows(
                        "/pairs",
                        "pairs the run decided on within its last two days",
                        List.of(),
                        (snapshot, arguments) -> pairs(snapshot)),
                new Endpoint.Rows(
                        "/market/overview",
                        "the last bar of each pair, its change over 24 hours, and its closes of the last two days, oldest first",
                        List.of(),
                        (snapshot, arguments) -> overview(snapshot)),
                new Endpoint.Rows(
                        "/market/{pair}",
                        "bars of a pair as they were known at their decisions, oldest first",
                        List.of(Parameter.OF_PAIR, Parameter.FROM, Parameter.UNTIL),
                        MarketEndpoints::bars),
                new Endpoint.Rows(
                        "/features",
                        "features of the run in the order of its columns, with unit and meaning",
                        List.of(),
                        (snapshot, arguments) -> listed(snapshot)),
                new Endpoint.Rows(
                        "/market/{pair}/features",
                        "features of a pair, oldest first",
                        List.of(Parameter.OF_PAIR, COLUMNS, Parameter.FROM, Parameter.UNTIL),
                        MarketEndpoints::features));
    }

    private static Sql pairs(Snapshot snapshot) throws IOException {
        return new Sql("SELECT pair, max(decision_at) AS last_decision_at, count(*) AS bars")
                .add("FROM " + snapshot.last(Datasets.BARS, TWO_DAYS))
                .add("GROUP BY pair ORDER BY pair");
    }

    private static Sql overview(Snapshot snapshot) throws IOException {
        return new Sql("WITH b AS " + snapshot.last(Datasets.BARS, TWO_DAYS))
                .add("SELECT pair, max(decision_at) AS decision_at, arg_max(close, decision_at) AS close,")
                .add("arg_max(close, decision_at) / arg_max(close, decision_at) FILTER (")
                .add("decision_at <= (SELECT max(decision_at) FROM b) - INTERVAL 24 HOUR) - 1 AS change_24h,")
                .add("sum(coalesce(quote_volume, close * volume)) FILTER (")
                .add("decision_at > (SELECT max(decision_at) FROM b) - INTERVAL 24 HOUR) AS quote_volume_24h,")
                .add("list(close ORDER BY decision_at) AS closes")
                .add("FROM b GROUP BY pair ORDER BY quote_volume_24h DESC NULLS LAST, pair");
    }

    private static Sql bars(Snapshot snapshot, Arguments arguments) throws IOException {
        Spans span = Spans.of(snapshot, arguments, 7);
        return new Sql("SELECT * FROM " + snapshot.table(Datasets.BARS, span.from(), span.until()))
                .add("WHERE pair = ? ORDER BY decision_at", arguments.text(Parameter.OF_PAIR));
    }

    /** A column that this program does not know has neither unit nor meaning. */
    private static Sql listed(Snapshot snapshot) {
        Map<String, FeatureDoc> docs = StandardFeatures.withoutFitted().docs().stream()
                .collect(Collectors.toMap(FeatureDoc::name, Function.identity()));
        List<List<String>> rows = new ArrayList<>();
        for (String name : snapshot.manifest().features()) {
            FeatureDoc doc = docs.get(name);
            rows.add(
                    doc == null
                            ? Arrays.asList(name, null, null, null)
                            : List.of(name, doc.group(), doc.unit(), doc.meaning()));
        }
        return Sql.of(
                List.of(
                        ColumnSpec.text("name", ""),
                        ColumnSpec.text("group", ""),
                        ColumnSpec.text("unit", ""),
                        ColumnSpec.text("meaning", "")),
                rows);
    }

    private static Sql features(Snapshot snapshot, Arguments arguments) throws IOException {
        Spans span = Spans.of(snapshot, arguments, 7);
        List<String> names = arguments.text(COLUMNS) == null
                ? snapshot.manifest()
                        .features()
                        .subList(
                                0,
                                Math.min(
                                        MOST_COLUMNS,
                                        snapshot.manifest().features().size()))
                : Arrays.asList(arguments.text(COLUMNS).split(","));
        for (String name : names) {
            if (!snapshot.manifest().features().contains(name)) {
                throw Problem.badRequest("columns: %s is no feature of this run".formatted(name));
            }
        }
        List<ColumnSpec> columns = new ArrayList<>(
                List.of(ColumnSpec.instant(Datasets.DECISION_AT, "decision"), ColumnSpec.text(Datasets.PAIR, "pair")));
        names.forEach(name -> columns.add(ColumnSpec.number(name, "", "")));
        RowSchema schema =
                new RowSchema("features", columns, List.of(Datasets.PAIR, Datasets.DECISION_AT), Datasets.DECISION_AT);
        String selected = columns.stream()
                .map(column -> "\"%s\"".formatted(column.name()))
                .collect(Collectors.joining(", "));
        return new Sql("SELECT %s FROM %s".formatted(selected, snapshot.table(schema, span.from(), span.until())))
                .add("WHERE pair = ? ORDER BY decision_at", arguments.text(Parameter.OF_PAIR));
    }
}
