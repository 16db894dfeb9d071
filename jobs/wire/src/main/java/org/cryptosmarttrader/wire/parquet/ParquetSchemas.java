package org.cryptosmarttrader.wire.parquet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Our schemas in Parquet's words. */
final class ParquetSchemas {

    /** Double columns whose values repeat enough for a dictionary: recorded prices and volumes, policy numbers. */
    static final List<String> REPEATING = List.of(
            "open", "high", "low", "close", "volume", "quote_volume", "trades", "buy_volume", "sell_volume", "price");

    private ParquetSchemas() {}

    static MessageType of(RowSchema schema) {
        Type[] fields = schema.columns().stream().map(ParquetSchemas::field).toArray(Type[]::new);
        return new MessageType(schema.dataset(), fields);
    }

    private static Type field(ColumnSpec column) {
        return switch (column.type()) {
            case LONG -> Types.required(PrimitiveTypeName.INT64).named(column.name());
            case DOUBLE -> Types.required(PrimitiveTypeName.DOUBLE).named(column.name());
            case BOOLEAN -> Types.required(PrimitiveTypeName.BOOLEAN).named(column.name());
            case STRING ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
        };
    }

    /** What each column means, and the schema's hash, as key-value metadata. */
    static Map<String, String> describe(RowSchema schema) {
        Map<String, String> described = new TreeMap<>();
        described.put("cst.schema", schema.hash());
        schema.columns()
                .forEach(column ->
                        described.put("cst.column." + column.name(), column.unit() + ": " + column.meaning()));
        return described;
    }
}
