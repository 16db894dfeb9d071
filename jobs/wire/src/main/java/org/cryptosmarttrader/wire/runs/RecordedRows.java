package org.cryptosmarttrader.wire.runs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * Events that a run was sent, as rows: the archive's columns of each kind, and where on the topic the event stood. They are
 * what the run had to go by, not what it made of it, and no part of its datasets.
 */
public final class RecordedRows {

    /** Folder of an output in which they lie, by kind. */
    public static final String FOLDER = "recorded";

    public static final String PARTITION = "kafka_partition";
    public static final String OFFSET = "kafka_offset";

    private static final Map<EventKind, RowSchema> BY_KIND = byKind();

    private RecordedRows() {}

    private static Map<EventKind, RowSchema> byKind() {
        Map<EventKind, RowSchema> byKind = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            if (kind != EventKind.HEARTBEAT) {
                byKind.put(kind, withPlace(EventRows.schema(kind)));
            }
        }
        return byKind;
    }

    private static RowSchema withPlace(RowSchema archived) {
        List<ColumnSpec> columns = new ArrayList<>(archived.columns());
        columns.add(ColumnSpec.whole(PARTITION, "number", "partition of the topic of events"));
        columns.add(ColumnSpec.whole(OFFSET, "number", "offset in the partition; heartbeats stand between events"));
        return new RowSchema(archived.dataset(), columns, List.of(PARTITION, OFFSET), archived.availableAt());
    }

    /** @throws IllegalArgumentException if events of that kind are not recorded */
    public static RowSchema schema(EventKind kind) {
        RowSchema schema = BY_KIND.get(kind);
        if (schema == null) {
            throw new IllegalArgumentException("events of kind %s are not recorded".formatted(kind));
        }
        return schema;
    }

    /** The schema of every kind, by the kind's name in paths. */
    public static Map<String, RowSchema> schemas() {
        Map<String, RowSchema> schemas = new TreeMap<>();
        BY_KIND.values().forEach(schema -> schemas.put(schema.dataset(), schema));
        return schemas;
    }

    /**
     * One event as a row of its kind.
     *
     * @param event a block of one, the only event of its payload
     * @throws IllegalArgumentException if events of that kind are not recorded
     */
    public static RowBatch row(int partition, long offset, EventBlock event) {
        RowSchema schema = schema(event.kind());
        RowBuilder row = new RowBuilder(schema, 1);
        EventRows.add(row, event, 0, 0);
        row.set(schema.width() - 2, partition).set(schema.width() - 1, offset);
        return row.build();
    }
}
