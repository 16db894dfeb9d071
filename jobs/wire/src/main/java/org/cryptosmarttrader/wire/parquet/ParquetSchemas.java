package org.cryptosmarttrader.wire.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.ColumnType;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Our schemas in Parquet's words. */
final class ParquetSchemas {

    /** Double columns whose values repeat enough for a dictionary: recorded prices and volumes, policy numbers. */
    static final List<String> REPEATING = List.of(
            "open",
            "high",
            "low",
            "close",
            "volume",
            "quote_volume",
            "trades",
            "buy_volume",
            "sell_volume",
            "price",
            "climatology");

    /** Type of instants, which analysts' tools then show as such; to our reader they are numbers like others. */
    private static final LogicalTypeAnnotation UTC_MILLIS =
            LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MILLIS);

    private static final String KEY = "cst.key";
    private static final String AVAILABLE_AT = "cst.available_at";
    private static final String COLUMN = "cst.column.";

    private ParquetSchemas() {}

    static MessageType of(RowSchema schema) {
        Type[] fields = schema.columns().stream().map(ParquetSchemas::field).toArray(Type[]::new);
        return new MessageType(schema.dataset(), fields);
    }

    private static Type field(ColumnSpec column) {
        return switch (column.type()) {
            case LONG ->
                Types.required(PrimitiveTypeName.INT64)
                        .as(column.isInstant() ? UTC_MILLIS : null)
                        .named(column.name());
            case DOUBLE -> Types.required(PrimitiveTypeName.DOUBLE).named(column.name());
            case BOOLEAN -> Types.required(PrimitiveTypeName.BOOLEAN).named(column.name());
            case STRING ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
        };
    }

    /** The schema a file was written with. */
    static RowSchema of(MessageType type, Map<String, String> metadata, String name) throws IOException {
        String key = metadata.get(KEY);
        if (key == null) {
            throw new IOException("%s: not written by cst (no %s in its metadata)".formatted(name, KEY));
        }
        List<ColumnSpec> columns = new ArrayList<>();
        for (Type field : type.getFields()) {
            String[] described = metadata.get(COLUMN + field.getName()).split(": ", 2);
            columns.add(new ColumnSpec(field.getName(), columnType(field), described[0], described[1]));
        }
        return new RowSchema(type.getName(), columns, List.of(key.split(",")), metadata.get(AVAILABLE_AT));
    }

    private static ColumnType columnType(Type field) {
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case INT64 -> ColumnType.LONG;
            case DOUBLE -> ColumnType.DOUBLE;
            case BOOLEAN -> ColumnType.BOOLEAN;
            default -> ColumnType.STRING;
        };
    }

    /** What each column means, and how rows are identified, as key-value metadata. */
    static Map<String, String> describe(RowSchema schema) {
        Map<String, String> described = new TreeMap<>();
        described.put("cst.schema", schema.hash());
        described.put(KEY, String.join(",", schema.key()));
        described.put(AVAILABLE_AT, schema.availableAt());
        schema.columns()
                .forEach(column -> described.put(COLUMN + column.name(), column.unit() + ": " + column.meaning()));
        return described;
    }
}
