package org.cryptosmarttrader.wire.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cryptosmarttrader.wire.rows.RowsScene.NOTES;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The columns of a dataset")
class RowSchemaTest {

    private static final ColumnSpec AT = ColumnSpec.instant("at", "when");

    @Test
    void are_found_by_name() {
        assertThat(NOTES.indexOf("price")).isEqualTo(2);
        assertThat(NOTES.has("price")).isTrue();
        assertThat(NOTES.has("prices")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NOTES.indexOf("prices"))
                .withMessage("dataset notes: no column 'prices'");
    }

    @Test
    void must_hold_the_key_and_the_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowSchema("x", List.of(AT), List.of("pair"), "at"))
                .withMessage("dataset x: no column 'pair'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowSchema("x", List.of(AT), List.of("at"), "then"))
                .withMessage("dataset x: no column 'then'");
    }

    @Test
    void stand_once_each() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowSchema("x", List.of(AT, AT), List.of("at"), "at"))
                .withMessage("dataset x: a column name stands twice in [at, at]");
    }

    @Test
    void have_a_hash_of_names_types_and_order_but_not_of_their_descriptions() {
        ColumnSpec other = ColumnSpec.instant("at", "described anew");
        ColumnSpec number = ColumnSpec.number("at", "instant, UTC", "when");

        assertThat(new RowSchema("x", List.of(other), List.of(), "at").hash())
                .isEqualTo(new RowSchema("x", List.of(AT), List.of(), "at").hash());
        assertThat(new RowSchema("x", List.of(number), List.of(), "at").hash())
                .isNotEqualTo(new RowSchema("x", List.of(AT), List.of(), "at").hash());
        assertThat(new RowSchema("y", List.of(AT), List.of(), "at").hash())
                .isNotEqualTo(new RowSchema("x", List.of(AT), List.of(), "at").hash());
    }
}
