package org.cryptosmarttrader.wire.rows;

import java.util.List;

/** A small dataset with a column of each type. */
final class RowsScene {

    static final RowSchema NOTES = new RowSchema(
            "notes",
            List.of(
                    ColumnSpec.text("pair", "canonical pair"),
                    ColumnSpec.instant("known_at", "when the row became available"),
                    ColumnSpec.number("price", "quote per base", "a price"),
                    ColumnSpec.flag("healed", "whether computed again")),
            List.of("pair", "known_at"),
            "known_at");

    private RowsScene() {}

    static RowBuilder note(RowBuilder rows, String pair, long knownAt, double price, boolean healed) {
        return rows.row().set(0, pair).set(1, knownAt).set(2, price).set(3, healed);
    }
}
