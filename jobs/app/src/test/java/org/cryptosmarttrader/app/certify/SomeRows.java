package org.cryptosmarttrader.app.certify;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Rows of two small datasets: features with a column of each type, and labels with a horizon; and what is asked of them. */
final class SomeRows {

    static final long START = Instant.parse("2021-03-15T00:00:00Z").toEpochMilli();

    static final RowSchema FEATURES = new RowSchema(
            "features",
            List.of(
                    ColumnSpec.instant("decision_at", "decision"),
                    ColumnSpec.text("pair", "canonical pair"),
                    ColumnSpec.number("x", "1", "any number"),
                    ColumnSpec.whole("n", "1", "any whole number"),
                    ColumnSpec.text("word", "any word"),
                    ColumnSpec.flag("flag", "any answer")),
            List.of("pair", "decision_at"),
            "decision_at");

    static final RowSchema LABELS = new RowSchema(
            "labels",
            List.of(
                    ColumnSpec.instant("decision_at", "decision"),
                    ColumnSpec.text("pair", "canonical pair"),
                    ColumnSpec.text("horizon", "how far ahead"),
                    ColumnSpec.instant("matured_at", "when it became known"),
                    ColumnSpec.number("value", "1", "any number")),
            List.of("pair", "decision_at", "horizon"),
            "matured_at");

    private final RowSchema schema;
    private final RowBuilder rows;

    private SomeRows(RowSchema schema) {
        this.schema = schema;
        this.rows = new RowBuilder(schema);
    }

    static SomeRows features() {
        return new SomeRows(FEATURES);
    }

    static SomeRows labels() {
        return new SomeRows(LABELS);
    }

    /** An instant some hours after the first. */
    static long at(long hours) {
        return START + hours * TickGrid.HOUR;
    }

    /** A feature row of BTC/USD. */
    SomeRows row(long hours, double x) {
        return row(hours, x, 7, "calm", true);
    }

    SomeRows row(long hours, double x, long n, String word, boolean flag) {
        rows.row()
                .set(0, at(hours))
                .set(1, "BTC/USD")
                .set(2, x)
                .set(3, n)
                .set(4, word)
                .set(5, flag);
        return this;
    }

    /** A label of BTC/USD over an hour. */
    SomeRows label(long hours, long maturedHours, double value) {
        return label(hours, "1h", maturedHours, value);
    }

    SomeRows label(long hours, String horizon, long maturedHours, double value) {
        rows.row()
                .set(0, at(hours))
                .set(1, "BTC/USD")
                .set(2, horizon)
                .set(3, at(maturedHours))
                .set(4, value);
        return this;
    }

    RowBatch batch() {
        return rows.build();
    }

    RowIndex index() {
        return new RowIndex(schema, batch());
    }

    /** All that is available up to some hours after the first instant, in the name of PREFIX. */
    static Comparison.Scope upTo(long hours, boolean endsThere) {
        return scope(hours, Long.MIN_VALUE, Long.MIN_VALUE, endsThere);
    }

    static Comparison.Scope scope(long hours, long rowsFrom, long columnsFrom, boolean endsThere) {
        long[] from = new long[FEATURES.width()];
        Arrays.fill(from, columnsFrom);
        return new Comparison.Scope(Check.PREFIX, "cut at two", at(hours), rowsFrom, from, endsThere);
    }

    /** The first difference of each column. */
    static List<Certificate.Accusation> accusations(Comparison comparison) {
        return comparison.tallies().stream()
                .flatMap(tally -> tally.result(List.of()).first().stream())
                .toList();
    }

    static ColumnTally column(Comparison comparison, String name) {
        return comparison.tallies().stream()
                .filter(tally -> tally.isOf(name))
                .findFirst()
                .orElseThrow();
    }
}
