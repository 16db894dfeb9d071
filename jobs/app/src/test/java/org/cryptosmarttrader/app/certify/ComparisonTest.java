package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cryptosmarttrader.app.certify.SomeRows.accusations;
import static org.cryptosmarttrader.app.certify.SomeRows.at;
import static org.cryptosmarttrader.app.certify.SomeRows.column;
import static org.cryptosmarttrader.app.certify.SomeRows.scope;
import static org.cryptosmarttrader.app.certify.SomeRows.upTo;

import java.util.List;
import org.cryptosmarttrader.serving.report.Certificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference has rows of hours 1 to 3; up to 2 they are to be the same. */
@DisplayName("The comparison with a reference run")
class ComparisonTest {

    private static final double ONE_BIT_MORE = Double.longBitsToDouble(Double.doubleToRawLongBits(0.2) + 1);
    private static final double OTHER_NAN = Double.longBitsToDouble(0x7ff8000000000001L);

    private final Comparison comparison = new Comparison(reference());

    private static RowIndex reference() {
        return SomeRows.features().row(1, Double.NaN).row(2, 0.2).row(3, 0.3).index();
    }

    @Test
    void accuses_nobody_where_all_bits_are_the_same() {
        comparison.compare(SomeRows.features().row(2, 0.2).row(1, OTHER_NAN).index(), upTo(2, true));

        assertThat(accusations(comparison)).isEmpty();
    }

    @Test
    void keeps_a_tally_of_the_rows_and_of_each_column_that_is_no_key() {
        assertThat(comparison.tallies())
                .extracting(tally -> tally.result(List.of()).name())
                .containsExactly(Comparison.ROW, "x", "n", "word", "flag");
        assertThat(comparison.tallies())
                .extracting(tally -> tally.result(List.of()).finite())
                .containsExactly(3L, 2L, 3L, 3L, 3L);
    }

    @Test
    void counts_what_it_compared_and_how_much_of_it_was_finite() {
        comparison.compare(SomeRows.features().row(1, Double.NaN).row(2, 0.2).index(), upTo(2, true));

        assertThat(column(comparison, "x").compared(Check.PREFIX)).isEqualTo(2);
        assertThat(column(comparison, "x").finiteCompared(Check.PREFIX)).isEqualTo(1);
        assertThat(column(comparison, "n").finiteCompared(Check.PREFIX)).isEqualTo(2);
        assertThat(column(comparison, Comparison.ROW).compared(Check.PREFIX)).isEqualTo(2);
        assertThat(column(comparison, "x").compared(Check.POISON)).isZero();
    }

    @Test
    void accuses_a_number_that_differs_in_its_last_bit() {
        comparison.compare(
                SomeRows.features().row(1, Double.NaN).row(2, ONE_BIT_MORE).index(), upTo(2, true));

        assertThat(accusations(comparison))
                .containsExactly(new Certificate.Accusation(
                        "PREFIX",
                        "features",
                        "x",
                        "BTC/USD",
                        "2021-03-15T02:00:00Z",
                        "",
                        "0.2 (bits 3fc999999999999a)",
                        "0.20000000000000004 (bits 3fc999999999999b)",
                        "cut at two"));
    }

    @Test
    void tells_the_two_zeros_apart() {
        Comparison zeros = new Comparison(SomeRows.features().row(1, 0.0).index());

        zeros.compare(SomeRows.features().row(1, -0.0).index(), upTo(2, true));

        assertThat(accusations(zeros))
                .extracting(Certificate.Accusation::column)
                .containsExactly("x");
    }

    @Test
    void accuses_a_number_where_there_was_none_and_none_where_there_was_one() {
        comparison.compare(SomeRows.features().row(1, 0.1).row(2, Double.NaN).index(), upTo(2, true));

        assertThat(column(comparison, "x").differing(Check.PREFIX)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "8, calm, true, n, 7, 8",
        "7, wild, true, word, calm, wild",
        "7, , true, word, calm, null",
        "7, calm, false, flag, true, false"
    })
    void compares_columns_of_every_type(
            long n, String word, boolean flag, String column, String expected, String found) {
        comparison.compare(
                SomeRows.features()
                        .row(1, Double.NaN)
                        .row(2, 0.2, n, word, flag)
                        .index(),
                upTo(2, true));

        assertThat(accusations(comparison))
                .extracting(
                        Certificate.Accusation::column, Certificate.Accusation::expected, Certificate.Accusation::found)
                .containsExactly(tuple(column, expected, found));
    }

    @Test
    void asks_for_each_column_from_an_instant_of_its_own() {
        Comparison.Scope scope = scope(2, at(1), at(3), true);
        scope.columnsFrom()[SomeRows.FEATURES.indexOf("n")] = at(2);

        comparison.compare(
                SomeRows.features()
                        .row(1, 9, 9, "wild", false)
                        .row(2, 9, 9, "wild", false)
                        .index(),
                scope);

        assertThat(accusations(comparison))
                .extracting(Certificate.Accusation::column, Certificate.Accusation::decisionAt)
                .containsExactly(tuple("n", "2021-03-15T02:00:00Z"));
    }
}
