package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.wire.runs.RecordedRows;

/** Texts and transfers that a run over Kafka was sent. A run over an archive records none: they lie there. */
final class RecordedEndpoints {

    private static final int DAYS = 7;

    private RecordedEndpoints() {}

    static List<Endpoint> all() {
        List<Parameter> ofPair = List.of(Parameter.OF_PAIR, Parameter.FROM, Parameter.UNTIL);
        return List.of(
                new Endpoint.Rows(
                        "/market/{pair}/texts",
                        "recorded texts about a pair's base, by when they could be known, newest first; words are as somebody else wrote them",
                        ofPair,
                        RecordedEndpoints::texts),
                new Endpoint.Rows(
                        "/market/{pair}/transfers",
                        "recorded transfers of a pair's base, by when they could be known, newest first",
                        ofPair,
                        RecordedEndpoints::transfers));
    }

    private static Sql texts(Snapshot snapshot, Arguments arguments) throws IOException {
        return new Sql(
                        "SELECT available_at, event_time, source, \"group\", text_id, subjects, score, words, url, payload_hash")
                .add("FROM " + recorded(EventKind.TEXT, snapshot, arguments))
                .add("WHERE list_contains(string_split(subjects, ' '), ?)", base(arguments))
                .add("ORDER BY available_at DESC, source, sequence");
    }

    /** A branch of the chain that was left takes its transfers with it. */
    private static Sql transfers(Snapshot snapshot, Arguments arguments) throws IOException {
        return new Sql("SELECT t.available_at, t.event_time, t.source, t.chain, t.transfer_id, t.asset, t.amount,")
                .add("t.from_entity, t.from_kind, t.to_entity, t.to_kind, t.payload_hash,")
                .add("EXISTS (SELECT 1 FROM " + recorded(EventKind.RETRACT, snapshot, arguments) + " r")
                .add("WHERE r.chain = t.chain AND r.transfer_id = t.transfer_id) AS retracted")
                .add("FROM " + recorded(EventKind.TRANSFER, snapshot, arguments) + " t")
                .add("WHERE t.asset = ? ORDER BY t.available_at DESC, t.source, t.sequence", base(arguments));
    }

    private static String recorded(EventKind kind, Snapshot snapshot, Arguments arguments) throws IOException {
        Spans span = Spans.of(snapshot, arguments, DAYS);
        return snapshot.recorded().table(RecordedRows.schema(kind), span.from(), span.until());
    }

    private static String base(Arguments arguments) {
        String pair = arguments.text(Parameter.OF_PAIR);
        return pair.substring(0, pair.indexOf('/'));
    }
}
