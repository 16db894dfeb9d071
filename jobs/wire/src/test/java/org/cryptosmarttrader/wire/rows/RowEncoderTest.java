package org.cryptosmarttrader.wire.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The encoding of a dataset's rows")
class RowEncoderTest {

    @Test
    void is_that_of_the_golden_row() {
        Golden golden = Golden.vector("A1-");
        JsonNode values = golden.inputs().get("row");
        RowSchema schema = schema("any", golden.inputs().get("types"), List.of());

        byte[] row = new RowEncoder(schema).row(batch(schema, values), 0);

        assertThat(Sha256.hex(row)).isEqualTo(golden.outputs().get("hex").asText());
        assertThat(Sha256.hex(Sha256.of(row)))
                .isEqualTo(golden.outputs().get("sha256").asText());
        assertThat(Sha256.hex(MerkleTree.leaf(row)))
                .isEqualTo(golden.outputs().get("leaf").asText());
    }

    @Test
    void of_a_key_is_the_datasets_name_and_the_key_columns_in_order_of_the_key() {
        Golden golden = Golden.vector("A4-");
        ColumnSpec start = ColumnSpec.instant("start", "of the bar");
        RowSchema schema = new RowSchema(
                "bar",
                List.of(
                        start,
                        ColumnSpec.text("source", "id"),
                        ColumnSpec.number("close", "quote per base", "not in the key"),
                        ColumnSpec.text("symbol", "pair"),
                        ColumnSpec.whole("interval", "ms", "length")),
                List.of("source", "symbol", "interval", "start"),
                "start");
        RowBatch batch = new RowBuilder(schema)
                .row()
                .set(0, 1609459200000L)
                .set(1, "kraken")
                .set(2, 29000.5)
                .set(3, "BTC/USD")
                .set(4, 3600000L)
                .build();

        byte[] key = new RowEncoder(schema).key(batch, 0);

        assertThat(Sha256.hex(key)).isEqualTo(golden.outputs().get("hex").asText());
        assertThat(Sha256.hex(Sha256.of(key)))
                .isEqualTo(golden.outputs().get("rowId").asText());
    }

    @Test
    void knows_one_kind_of_nan_and_one_zero() {
        RowBatch batch = RowsScene.note(new RowBuilder(RowsScene.NOTES), "A", 1, Double.longBitsToDouble(-1), true)
                .build();
        RowBatch canonical = RowsScene.note(new RowBuilder(RowsScene.NOTES), "A", 1, Double.NaN, true)
                .build();
        RowEncoder encoder = new RowEncoder(RowsScene.NOTES);

        assertThat(encoder.row(batch, 0)).isEqualTo(encoder.row(canonical, 0));
        batch.doubles(2)[0] = -0.0;
        canonical.doubles(2)[0] = 0.0;
        assertThat(encoder.row(batch, 0)).isEqualTo(encoder.row(canonical, 0));
    }

    /** A schema of unnamed columns; the first long says when the row became available. */
    static RowSchema schema(String dataset, JsonNode types, List<String> key) {
        List<ColumnSpec> columns = new ArrayList<>();
        String time = null;
        for (JsonNode type : types) {
            ColumnSpec column = column("c" + columns.size(), type.asText());
            columns.add(column);
            time = time == null && column.type() == ColumnType.LONG ? column.name() : time;
        }
        return new RowSchema(dataset, columns, key, time);
    }

    private static ColumnSpec column(String name, String type) {
        return switch (type) {
            case "long" -> ColumnSpec.whole(name, "", "");
            case "double" -> ColumnSpec.number(name, "", "");
            case "boolean" -> ColumnSpec.flag(name, "");
            default -> ColumnSpec.text(name, "");
        };
    }

    static RowBatch batch(RowSchema schema, JsonNode... rows) {
        RowBuilder builder = new RowBuilder(schema);
        for (JsonNode row : rows) {
            builder.row();
            for (int column = 0; column < schema.width(); column++) {
                set(builder, column, schema.columns().get(column).type(), row.get(column));
            }
        }
        return builder.build();
    }

    private static void set(RowBuilder builder, int column, ColumnType type, JsonNode value) {
        switch (type) {
            case LONG -> builder.set(column, value.asLong());
            case DOUBLE -> builder.set(column, Golden.number(value));
            case BOOLEAN -> builder.set(column, value.asBoolean());
            case STRING -> builder.set(column, value.isNull() ? null : value.asText());
        }
    }
}
