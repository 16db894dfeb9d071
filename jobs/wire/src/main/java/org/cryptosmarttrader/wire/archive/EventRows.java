package org.cryptosmarttrader.wire.archive;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Events as rows of archive files: one schema per kind. */
public final class EventRows {

    public static final int AVAILABLE_AT = 0;
    public static final int EVENT_TIME = 1;
    public static final int SEQUENCE = 2;
    public static final int SOURCE = 3;
    public static final int PAIR = 4;
    public static final int INTERVAL = 5;
    public static final int AVAILABILITY = 6;
    public static final int PAYLOAD_HASH = 7;
    public static final int PAYLOAD_ROW = 8;
    /** Position of the kind's first number; its words follow its numbers. */
    public static final int VALUES = 9;

    private static final RowSchema BAR = define(
            EventKind.BAR,
            ColumnSpec.number("open", "quote per base", "first price"),
            ColumnSpec.number("high", "quote per base", "highest price"),
            ColumnSpec.number("low", "quote per base", "lowest price"),
            ColumnSpec.number("close", "quote per base", "last price"),
            ColumnSpec.number("volume", "base", "traded amount, 0 if nothing traded"),
            ColumnSpec.number("quote_volume", "quote", "traded value as recorded, NaN if the source has none"),
            ColumnSpec.number("trades", "count", "number of trades, NaN if the source has none"),
            ColumnSpec.number("buy_volume", "base", "volume of taker buys, NaN if the source has none"),
            ColumnSpec.number("sell_volume", "base", "volume of taker sells, NaN if the source has none"));

    private static final RowSchema TRADE = define(
            EventKind.TRADE,
            ColumnSpec.number("price", "quote per base", "price"),
            ColumnSpec.number("quantity", "base", "amount"),
            ColumnSpec.number("side", "+1 or -1", "taker side: +1 buy, -1 sell, NaN unknown"));

    private static final RowSchema MODEL = define(
            EventKind.MODEL,
            ColumnSpec.text(
                    "announcement", "JSON: horizon, member, role, version, address and hash of the file, card"));

    private static final RowSchema TEXT = define(
            EventKind.TEXT,
            ColumnSpec.number("score", "-1..1", "what the scorer said, NaN if it could not say"),
            ColumnSpec.text("group", "where it was said: news, reddit or x"),
            ColumnSpec.text("text_id", "its id there"),
            ColumnSpec.text("subjects", "base symbols of the coins it is about, with blanks between"),
            ColumnSpec.text("scorer", "name, version and hash of the scorer, empty if none"),
            ColumnSpec.text("words", "its words, normalised, with blanks between"),
            ColumnSpec.text("url", "its address, empty if the source states none"));

    private static final RowSchema SCORE = define(
            EventKind.SCORE,
            ColumnSpec.number("score", "-1..1", "what the scorer said, NaN if it could not say"),
            ColumnSpec.text("text", "group and id of the text, e.g. news:17"),
            ColumnSpec.text("scorer", "name, version and hash of the scorer"));

    private static final RowSchema TRANSFER = define(
            EventKind.TRANSFER,
            ColumnSpec.number("amount", "units of the asset", "what was moved, change and own addresses left out"),
            ColumnSpec.text("chain", "e.g. bitcoin"),
            ColumnSpec.text("transfer_id", "id of the transaction, with the index of the output or log"),
            ColumnSpec.text("asset", "canonical symbol"),
            ColumnSpec.text("from_entity", "owner of the sending addresses as labelled then, or unknown"),
            ColumnSpec.text("from_kind", "kind of that owner, e.g. exchange, or unknown"),
            ColumnSpec.text("to_entity", "owner of the receiving addresses as labelled then, or unknown"),
            ColumnSpec.text("to_kind", "kind of that owner, e.g. exchange, or unknown"));

    private static final RowSchema RETRACT = define(
            EventKind.RETRACT,
            ColumnSpec.text("chain", "e.g. bitcoin"),
            ColumnSpec.text("transfer_id", "id of the transfer that is no longer part of the chain"));

    private static final RowSchema METRIC = define(
            EventKind.METRIC,
            ColumnSpec.number("value", "as the source publishes it", "the value"),
            ColumnSpec.text("asset", "canonical symbol, empty for the whole market"),
            ColumnSpec.text("metric", "name of the metric"));

    private static final RowSchema HEALTH = define(
            EventKind.HEALTH,
            ColumnSpec.text("feed", "group of texts or chain that was listened to without a hole for interval_ms"));

    private static final RowSchema LISTING =
            define(EventKind.LISTING, ColumnSpec.text("standing", "LISTED or DELISTED"));

    private static final RowSchema QUOTE = define(
            EventKind.QUOTE,
            ColumnSpec.number("bid", "quote per base", "best bid, 0 if nobody bids"),
            ColumnSpec.number("ask", "quote per base", "best ask, 0 if nobody asks"));

    private static final RowSchema REARM = define(
            EventKind.REARM,
            ColumnSpec.text("lane", "of the account that is switched on again: GATED or RESEARCH"),
            ColumnSpec.text("currency", "of the account"),
            ColumnSpec.text("person", "name of who did it"),
            ColumnSpec.text("reason", "why"));

    private static final RowSchema EXECUTION = define(
            EventKind.EXECUTION,
            ColumnSpec.text("order_id", "as the book named the order"),
            ColumnSpec.text("outcome", "FILL, CANCELLED or REJECTED"),
            ColumnSpec.text("fill_id", "of the fill at the venue, empty if the outcome is none"),
            ColumnSpec.text("quantity", "base, decimal: of the fill; of an end executed in all, empty if not stated"),
            ColumnSpec.text("price", "quote per base, decimal; empty of an end"),
            ColumnSpec.text("fee", "quote, decimal; empty of an end"),
            ColumnSpec.text("cause", "in the venue's words, empty if it gives none"));

    private EventRows() {}

    private static RowSchema define(EventKind kind, ColumnSpec... ofKind) {
        List<ColumnSpec> columns = new ArrayList<>(List.of(
                ColumnSpec.instant("available_at", "first instant at which the event may be used"),
                ColumnSpec.instant("event_time", "when it happened; of a bar its last instant"),
                ColumnSpec.whole("sequence", "number", "order within one source and instant"),
                ColumnSpec.text("source", "id of the source"),
                ColumnSpec.text("pair", "canonical pair, empty for the whole market"),
                ColumnSpec.whole("interval_ms", "ms", "length of a bar or of what is covered, 0 of an instant"),
                ColumnSpec.text("availability", "RECORDED or ASSIGNED"),
                ColumnSpec.text("payload_hash", "SHA-256 of the raw payload, hexadecimal"),
                ColumnSpec.whole("payload_row", "number", "row of the payload, counted from 1; 0 if it is one event")));
        columns.addAll(List.of(ofKind));
        return new RowSchema(
                folder(kind), columns, List.of("source", "pair", "interval_ms", "sequence"), "available_at");
    }

    /** The columns a reader needs to make blocks of events. */
    static RowSchema blockSchema(EventKind kind) {
        RowSchema all = schema(kind);
        List<ColumnSpec> needed = all.columns().stream()
                .filter(column -> !column.name().equals("payload_row"))
                .toList();
        return new RowSchema(all.dataset(), needed, all.key(), all.availableAt());
    }

    /** Name of the kind in paths, e.g. {@code bar}. */
    public static String folder(EventKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The kind of a folder. */
    static EventKind kind(String folder) {
        return EventKind.valueOf(folder.toUpperCase(java.util.Locale.ROOT));
    }

    /**
     * @throws IllegalArgumentException if events of that kind are not archived
     */
    public static RowSchema schema(EventKind kind) {
        return switch (kind) {
            case BAR -> BAR;
            case TRADE -> TRADE;
            case MODEL -> MODEL;
            case TEXT -> TEXT;
            case SCORE -> SCORE;
            case TRANSFER -> TRANSFER;
            case RETRACT -> RETRACT;
            case METRIC -> METRIC;
            case HEALTH -> HEALTH;
            case LISTING -> LISTING;
            case QUOTE -> QUOTE;
            case REARM -> REARM;
            case EXECUTION -> EXECUTION;
            case HEARTBEAT -> throw new IllegalArgumentException("heartbeats are not archived");
        };
    }

    /** Adds one event of a block as a row. */
    public static void add(RowBuilder rows, EventBlock block, int event, long payloadRow) {
        rows.row()
                .set(AVAILABLE_AT, block.availableAt(event))
                .set(EVENT_TIME, block.eventTime(event))
                .set(SEQUENCE, block.sequence(event))
                .set(SOURCE, block.source())
                .set(PAIR, block.pair())
                .set(INTERVAL, block.intervalMillis())
                .set(AVAILABILITY, block.availability().name())
                .set(PAYLOAD_HASH, Sha256.hex(block.payloadHash(event)))
                .set(PAYLOAD_ROW, payloadRow);
        EventKind kind = block.kind();
        for (int column = 0; column < kind.width(); column++) {
            rows.set(VALUES + column, block.value(event, column));
        }
        for (int column = 0; column < kind.words(); column++) {
            rows.set(VALUES + kind.width() + column, block.word(event, column));
        }
    }

    static Availability availability(String name) {
        return name.equals(Availability.RECORDED.name()) ? Availability.RECORDED : Availability.ASSIGNED;
    }
}
