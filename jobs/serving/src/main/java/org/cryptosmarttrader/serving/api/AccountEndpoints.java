package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Accounts, orders and limits by lane. */
final class AccountEndpoints {

    private static final int DAYS = 30;

    private AccountEndpoints() {}

    /** What to do about a tripped switch, as docs/operations.md says it. */
    private static final String WHEN_TRIPPED =
            "The account lost more than drawdown.max of conf/risk.yaml allows: everything was closed, and it stays shut until a person re-arms it. Read what led to it below and in /risk; then cst rearm, or begin a new run with other settings if these were at fault.";

    static List<Endpoint> all(RunStore store) {
        Positions positions = new Positions(store);
        List<Parameter> ofSpan = List.of(Parameter.LANE, Parameter.FROM, Parameter.UNTIL);
        return List.of(
                new Endpoint.Rows(
                        "/portfolio",
                        "accounts by lane and currency at the last tick",
                        List.of(Parameter.LANE),
                        AccountEndpoints::portfolio),
                new Endpoint.Rows(
                        "/portfolio/history",
                        "accounts by tick, oldest first",
                        ofSpan,
                        (snapshot, arguments) -> ofSpan(Datasets.ACCOUNTS, snapshot, arguments, "\"at\", lane, quote")),
                new Endpoint.Rows(
                        "/positions",
                        "what is held by lane and pair, by the fills of the run so far; money is exact",
                        List.of(Parameter.LANE),
                        (snapshot, arguments) -> positions.at(snapshot, arguments.text(Parameter.LANE))),
                new Endpoint.Rows(
                        "/risk/switch",
                        "the kill switch by lane and currency at the last tick, and what to do if it has tripped",
                        List.of(Parameter.LANE),
                        AccountEndpoints::killSwitch),
                new Endpoint.Rows(
                        "/orders",
                        "orders and what became of them, newest first",
                        ofSpan,
                        (snapshot, arguments) ->
                                ofSpan(Datasets.ORDERS, snapshot, arguments, "\"at\" DESC, order_id, status")),
                new Endpoint.Rows(
                        "/fills",
                        "fills, newest first",
                        ofSpan,
                        (snapshot, arguments) -> ofSpan(Datasets.FILLS, snapshot, arguments, "\"at\" DESC, fill_id")),
                new Endpoint.Rows(
                        "/risk",
                        "limits that were hit and switches that tripped, newest first",
                        ofSpan,
                        (snapshot, arguments) -> ofSpan(Datasets.AUDIT, snapshot, arguments, "\"at\" DESC, number")));
    }

    private static Sql portfolio(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException {
        return new Sql("SELECT * FROM " + snapshot.lastTick(Datasets.ACCOUNTS) + " WHERE true")
                .addIfGiven("AND lane = ?", arguments.text(Parameter.LANE))
                .add("ORDER BY lane, quote");
    }

    private static Sql killSwitch(Snapshot snapshot, Arguments arguments) throws IOException, InterruptedException {
        return new Sql("SELECT lane, quote, CASE WHEN stopped THEN 'tripped' ELSE 'armed' END AS state, drawdown,")
                .add("CASE WHEN stopped THEN ? END AS what_to_do", WHEN_TRIPPED)
                .add("FROM " + snapshot.lastTick(Datasets.ACCOUNTS) + " WHERE true")
                .addIfGiven("AND lane = ?", arguments.text(Parameter.LANE))
                .add("ORDER BY lane, quote");
    }

    private static Sql ofSpan(RowSchema schema, Snapshot snapshot, Arguments arguments, String order)
            throws IOException {
        Spans span = Spans.of(snapshot, arguments, DAYS);
        return new Sql("SELECT * FROM " + snapshot.table(schema, span.from(), span.until()) + " WHERE true")
                .addIfGiven("AND lane = ?", arguments.text(Parameter.LANE))
                .add("ORDER BY " + order);
    }
}
