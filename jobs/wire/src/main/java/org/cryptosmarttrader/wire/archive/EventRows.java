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
    public static final int BODY = 9;
    /** Position of the kind's first number. */
    public static final int VALUES = 10;

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

    private static final RowSchema MODEL = define(EventKind.MODEL);

    private EventRows() {}

    private static RowSchema define(EventKind kind, ColumnSpec... numbers) {
        List<ColumnSpec> columns = new ArrayList<>(List.of(
                ColumnSpec.instant("available_at", "first instant at which the event may be used"),
                ColumnSpec.instant("event_time", "when it happened; of a bar its last instant"),
                ColumnSpec.whole("sequence", "number", "order within one source and instant"),
                ColumnSpec.text("source", "id of the source"),
                ColumnSpec.text("pair", "canonical pair, empty for the whole market"),
                ColumnSpec.whole("interval_ms", "ms", "length of a bar, 0 for other kinds"),
                ColumnSpec.text("availability", "RECORDED or ASSIGNED"),
                ColumnSpec.text("payload_hash", "SHA-256 of the raw payload, hexadecimal"),
                ColumnSpec.whole("payload_row", "number", "row of the payload, counted from 1; 0 if it is one event"),
                ColumnSpec.text("body", "JSON of kinds that carry no numbers")));
        columns.addAll(List.of(numbers));
        return new RowSchema(
                folder(kind), columns, List.of("source", "pair", "interval_ms", "sequence"), "available_at");
    }

    /** The columns a reader needs to make blocks of events. */
    static RowSchema blockSchema(EventKind kind) {
        RowSchema all = schema(kind);
        List<ColumnSpec> needed = all.columns().stream()
                .filter(column -> !column.name().equals("payload_row")
                        && (kind.width() == 0 || !column.name().equals("body")))
                .toList();
        return new RowSchema(all.dataset(), needed, all.key(), all.availableAt());
    }

    /** Name of the kind in paths, e.g. {@code bar}. */
    public static String folder(EventKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if events of that kind are not archived
     */
    public static RowSchema schema(EventKind kind) {
        return switch (kind) {
            case BAR -> BAR;
            case TRADE -> TRADE;
            case MODEL -> MODEL;
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
                .set(PAYLOAD_ROW, payloadRow)
                .set(
                        BODY,
                        block.body() == null
                                ? null
                                : new String(block.body(), java.nio.charset.StandardCharsets.UTF_8));
        for (int column = 0; column < block.kind().width(); column++) {
            rows.set(VALUES + column, block.value(event, column));
        }
    }

    static Availability availability(String name) {
        return name.equals(Availability.RECORDED.name()) ? Availability.RECORDED : Availability.ASSIGNED;
    }
}
