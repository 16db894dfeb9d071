package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cryptosmarttrader.app.certify.SomeRows.accusations;
import static org.cryptosmarttrader.app.certify.SomeRows.at;
import static org.cryptosmarttrader.app.certify.SomeRows.column;
import static org.cryptosmarttrader.app.certify.SomeRows.scope;
import static org.cryptosmarttrader.app.certify.SomeRows.upTo;

import org.cryptosmarttrader.serving.report.Certificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which rows must be there, and which must not. The reference has rows of hours 1 to 3; up to 2 they are to be the same. */
@DisplayName("The comparison of rows with those of a reference run")
class RowComparisonTest {

    private final Comparison comparison = new Comparison(reference());

    private static RowIndex reference() {
        return SomeRows.features().row(1, Double.NaN).row(2, 0.2).row(3, 0.3).index();
    }

    @Test
    void accuses_the_rows_where_one_is_missing_and_holds_no_column_against_it() {
        comparison.compare(SomeRows.features().row(2, 0.2).index(), upTo(2, true));

        assertThat(accusations(comparison))
                .extracting(
                        Certificate.Accusation::column,
                        Certificate.Accusation::decisionAt,
                        Certificate.Accusation::expected,
                        Certificate.Accusation::found)
                .containsExactly(tuple(Comparison.ROW, "2021-03-15T01:00:00Z", "present", "absent"));
        assertThat(column(comparison, "n").compared(Check.PREFIX)).isEqualTo(1);
    }

    @Test
    void accuses_the_rows_where_one_stands_that_the_reference_has_not() {
        comparison.compare(
                SomeRows.features().row(0, 0.1).row(1, Double.NaN).row(2, 0.2).index(), upTo(2, true));

        assertThat(accusations(comparison))
                .extracting(Certificate.Accusation::decisionAt, Certificate.Accusation::found)
                .containsExactly(tuple("2021-03-15T00:00:00Z", "present"));
    }

    @Test
    void accuses_the_rows_where_one_stands_twice() {
        comparison.compare(
                SomeRows.features().row(1, Double.NaN).row(2, 0.2).row(2, 0.2).index(), upTo(2, true));

        assertThat(accusations(comparison))
                .extracting(Certificate.Accusation::found)
                .containsExactly("present twice");
    }

    @Test
    void accuses_a_row_behind_the_end_of_the_input_even_if_the_reference_has_it() {
        comparison.compare(reference(), upTo(2, true));

        assertThat(accusations(comparison))
                .extracting(Certificate.Accusation::column, Certificate.Accusation::decisionAt)
                .containsExactly(tuple(Comparison.ROW, "2021-03-15T03:00:00Z"));
    }

    @Test
    void lets_anything_stand_behind_the_cut_where_the_input_goes_on() {
        comparison.compare(
                SomeRows.features()
                        .row(1, Double.NaN)
                        .row(2, 0.2)
                        .row(3, 99)
                        .row(4, 99)
                        .index(),
                upTo(2, false));

        assertThat(accusations(comparison)).isEmpty();
        assertThat(column(comparison, "x").compared(Check.PREFIX)).isEqualTo(2);
    }

    @Test
    void asks_for_no_row_and_no_value_before_a_memory_has_passed() {
        comparison.compare(SomeRows.features().row(2, 0.9).index(), scope(2, at(2), at(3), true));

        assertThat(accusations(comparison)).isEmpty();
        assertThat(column(comparison, Comparison.ROW).compared(Check.PREFIX)).isEqualTo(1);
        assertThat(column(comparison, "x").compared(Check.PREFIX)).isZero();
    }

    @Test
    void accuses_a_label_that_is_there_before_the_cut_and_in_the_reference_only_behind_it() {
        Comparison labels = new Comparison(SomeRows.labels().label(0, 3, 0.1).index());

        labels.compare(SomeRows.labels().label(0, 1, 0.1).index(), upTo(2, true));

        assertThat(accusations(labels))
                .extracting(
                        Certificate.Accusation::column, Certificate.Accusation::expected, Certificate.Accusation::found)
                .containsExactly(tuple(Comparison.ROW, "absent", "present"));
    }

    @Test
    void shows_the_instants_of_a_label_that_matured_at_another() {
        Comparison labels = new Comparison(SomeRows.labels().label(0, 1, 0.1).index());

        labels.compare(SomeRows.labels().label(0, 2, 0.1).index(), upTo(2, true));

        assertThat(accusations(labels))
                .extracting(
                        Certificate.Accusation::column,
                        Certificate.Accusation::horizon,
                        Certificate.Accusation::expected,
                        Certificate.Accusation::found)
                .containsExactly(tuple("matured_at", "1h", "2021-03-15T01:00:00Z", "2021-03-15T02:00:00Z"));
    }
}
