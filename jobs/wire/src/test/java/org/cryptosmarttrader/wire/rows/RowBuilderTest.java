package org.cryptosmarttrader.wire.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.wire.rows.RowsScene.NOTES;
import static org.cryptosmarttrader.wire.rows.RowsScene.note;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A batch of rows and its builder")
class RowBuilderTest {

    private final RowBuilder rows = new RowBuilder(NOTES);

    @Test
    void keeps_every_value_while_it_grows() {
        for (int i = 0; i < 1000; i++) {
            note(rows, "P" + i, i, i / 8.0, i % 3 == 0);
        }

        RowBatch batch = rows.build();

        assertThat(batch.rows()).isEqualTo(1000);
        assertThat(batch.width()).isEqualTo(4);
        assertThat(batch.dataset()).isEqualTo("notes");
        assertThat(batch.strings(0)).hasSize(1000).endsWith("P999");
        assertThat(batch.longs(1)[777]).isEqualTo(777);
        assertThat(batch.doubles(2)[777]).isEqualTo(777 / 8.0);
        assertThat(batch.booleans(3)[999]).isTrue();
        assertThat(batch.value(64, 0)).isEqualTo("P64");
        assertThat(batch.value(64, 1)).isEqualTo(64L);
        assertThat(batch.value(64, 2)).isEqualTo(8.0);
        assertThat(batch.value(64, 3)).isEqualTo(false);
    }

    @Test
    void starts_anew_after_building_and_leaves_the_built_batch_alone() {
        RowBatch first = note(rows, "A", 1, 1, true).build();
        RowBatch second = note(rows, "B", 2, 2, false).build();

        assertThat(first.strings(0)).containsExactly("A");
        assertThat(second.strings(0)).containsExactly("B");
        assertThat(second.booleans(3)).containsExactly(false);
        assertThat(rows.rows()).isZero();
    }

    @Test
    void copies_rows_of_another_batch_bit_by_bit() {
        note(rows, null, 1, Double.longBitsToDouble(0x7ff8000000000123L), true);
        RowBatch from = note(rows, "B", 2, -0.0, false).build();

        RowBatch copied = rows.copy(from, 1).copy(from, 0).build();

        assertThat(copied.strings(0)).containsExactly("B", null);
        assertThat(Double.doubleToRawLongBits(copied.doubles(2)[0])).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Double.doubleToRawLongBits(copied.doubles(2)[1])).isEqualTo(0x7ff8000000000123L);
        assertThat(copied.booleans(3)).containsExactly(false, true);
    }

    @Test
    void selects_rows_in_the_order_asked_for() {
        note(rows, "A", 1, 1, true);
        note(rows, "B", 2, 2, false);
        RowBatch all = note(rows, "C", 3, 3, true).build();

        RowBatch selected = all.select(new int[] {2, 0, 2});

        assertThat(selected.strings(0)).containsExactly("C", "A", "C");
        assertThat(selected.longs(1)).containsExactly(3, 1, 3);
        assertThat(selected.doubles(2)).containsExactly(3, 1, 3);
        assertThat(selected.booleans(3)).containsExactly(true, true, true);
    }

    @Test
    void joins_batches_one_after_the_other_empty_ones_too() {
        RowBatch first = note(rows, "A", 1, 1, true).build();
        RowBatch none = rows.build();
        RowBatch last = note(rows, "B", 2, 2, false).build();

        RowBatch all = RowBatch.concat(NOTES, List.of(first, none, last));

        assertThat(all.strings(0)).containsExactly("A", "B");
        assertThat(all.longs(1)).containsExactly(1, 2);
        assertThat(RowBatch.concat(NOTES, List.of()).rows()).isZero();
    }
}
