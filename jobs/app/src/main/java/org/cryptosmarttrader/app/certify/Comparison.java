package org.cryptosmarttrader.app.certify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * Compares the rows of a dataset with those of a reference run, column by column. Values are equal if their bits are; all
 * missing numbers are equal. A row that stands on one side only is held against the column {@value #ROW}.
 */
final class Comparison {

    /** That a row is there at all. */
    static final String ROW = "(row)";

    private final RowIndex reference;
    private final ColumnTally rowTally;
    private final ColumnTally[] tallies;

    /**
     * What of a run can be held against the reference.
     *
     * @param check in whose name
     * @param label of the run, e.g. the cut
     * @param until last instant at which rows are to be the same; whatever is available later is compared with nothing
     * @param rowsFrom first instant from which rows must be there
     * @param columnsFrom first instant from which each column must be the same, by position
     * @param endsThere whether no row may be available after {@code until}
     */
    record Scope(Check check, String label, long until, long rowsFrom, long[] columnsFrom, boolean endsThere) {}

    Comparison(RowIndex reference) {
        this.reference = reference;
        RowSchema schema = reference.schema();
        this.rowTally = new ColumnTally(schema.dataset(), ROW);
        this.tallies = new ColumnTally[schema.width()];
        for (int column = 0; column < tallies.length; column++) {
            String name = schema.columns().get(column).name();
            if (!schema.key().contains(name)) {
                tallies[column] = new ColumnTally(schema.dataset(), name);
                tallies[column].finite(present(reference.rows(), column));
            }
        }
        rowTally.finite(reference.rows().rows());
    }

    RowIndex reference() {
        return reference;
    }

    /** Of the rows first, then of the columns in order. */
    List<ColumnTally> tallies() {
        List<ColumnTally> all = new ArrayList<>(List.of(rowTally));
        Arrays.stream(tallies).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    /** @param made rows of another run */
    void compare(RowIndex made, Scope scope) {
        int[] mine = new int[reference.rows().rows()];
        int[] theirs = new int[mine.length];
        int both = 0;
        long mustBeThere = 0;
        for (int row = 0; row < mine.length; row++) {
            long at = reference.availableAt(row);
            if (at > scope.until()) {
                continue;
            }
            Integer other = made.find(reference.key(row));
            if (other != null) {
                mine[both] = row;
                theirs[both++] = other;
            }
            if (at >= scope.rowsFrom()) {
                mustBeThere++;
                if (other == null) {
                    RowIndex.Key key = reference.key(row);
                    rowTally.accuse(scope.check(), () -> accusation(scope, ROW, key, "present", "absent"));
                }
            }
        }
        rowTally.compared(scope.check(), mustBeThere, mustBeThere);
        lookForMore(made, scope);
        for (int column = 0; column < tallies.length; column++) {
            if (tallies[column] != null) {
                compareColumn(column, mine, theirs, both, made.rows(), scope);
            }
        }
    }

    private void lookForMore(RowIndex made, Scope scope) {
        for (int row = 0; row < made.rows().rows(); row++) {
            long at = made.availableAt(row);
            boolean isTooMany = at <= scope.until() ? !isThereBy(scope.until(), made.key(row)) : scope.endsThere();
            if (isTooMany) {
                RowIndex.Key key = made.key(row);
                rowTally.accuse(scope.check(), () -> accusation(scope, ROW, key, "absent", "present"));
            }
        }
        if (made.repeated() >= 0) {
            RowIndex.Key key = made.key(made.repeated());
            rowTally.accuse(scope.check(), () -> accusation(scope, ROW, key, "present once", "present twice"));
        }
    }

    /** Whether the reference has a row by an instant: a row that it has only later knows its future here. */
    private boolean isThereBy(long until, RowIndex.Key key) {
        Integer row = reference.find(key);
        return row != null && reference.availableAt(row) <= until;
    }

    private void compareColumn(int column, int[] mine, int[] theirs, int both, RowBatch made, Scope scope) {
        RowBatch rows = reference.rows();
        ColumnSpec spec = reference.schema().columns().get(column);
        long from = scope.columnsFrom()[column];
        long compared = 0;
        long finite = 0;
        for (int i = 0; i < both; i++) {
            if (reference.availableAt(mine[i]) >= from) {
                compared++;
                finite += isPresent(rows.column(column), mine[i]) ? 1 : 0;
                if (!isSame(rows.column(column), mine[i], made.column(column), theirs[i])) {
                    int row = mine[i];
                    int other = theirs[i];
                    tallies[column].accuse(
                            scope.check(),
                            () -> accusation(
                                    scope,
                                    spec.name(),
                                    reference.key(row),
                                    show(rows.value(row, column), spec),
                                    show(made.value(other, column), spec)));
                }
            }
        }
        tallies[column].compared(scope.check(), compared, finite);
    }

    private Certificate.Accusation accusation(
            Scope scope, String column, RowIndex.Key key, String expected, String found) {
        return new Certificate.Accusation(
                scope.check().name(),
                reference.schema().dataset(),
                column,
                key.pair(),
                Instant.ofEpochMilli(key.decisionAt()).toString(),
                key.horizon(),
                expected,
                found,
                scope.label());
    }

    private static boolean isSame(Object mine, int row, Object theirs, int other) {
        if (mine instanceof double[] left) {
            double right = ((double[]) theirs)[other];
            return Double.doubleToRawLongBits(left[row]) == Double.doubleToRawLongBits(right)
                    || (Double.isNaN(left[row]) && Double.isNaN(right));
        }
        if (mine instanceof long[] left) {
            return left[row] == ((long[]) theirs)[other];
        }
        return mine instanceof boolean[] left
                ? left[row] == ((boolean[]) theirs)[other]
                : Objects.equals(((String[]) mine)[row], ((String[]) theirs)[other]);
    }

    private static boolean isPresent(Object values, int row) {
        if (values instanceof double[] numbers) {
            return Double.isFinite(numbers[row]);
        }
        return !(values instanceof String[] words) || words[row] != null;
    }

    private static long present(RowBatch rows, int column) {
        long present = 0;
        for (int row = 0; row < rows.rows(); row++) {
            present += isPresent(rows.column(column), row) ? 1 : 0;
        }
        return present;
    }

    private static String show(Object value, ColumnSpec column) {
        if (value instanceof Long millis && column.isInstant()) {
            return Instant.ofEpochMilli(millis).toString();
        }
        return value instanceof Double number
                ? "%s (bits %016x)".formatted(number, Double.doubleToRawLongBits(number))
                : String.valueOf(value);
    }
}
