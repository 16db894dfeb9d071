package org.cryptosmarttrader.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.cryptosmarttrader.wire.rows.RowBatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A checksum of numbers")
class BitsTest {

    @Test
    void knows_one_nan_and_tells_all_else_apart() {
        double otherNan = Double.longBitsToDouble(0xfff8_0000_0000_0001L);

        assertThat(Bits.of(otherNan)).isEqualTo(Bits.of(Double.NaN));
        assertThat(Bits.of(Math.nextUp(1.0))).isNotEqualTo(Bits.of(1.0));
        assertThat(Bits.of(-0.0)).isNotEqualTo(Bits.of(0.0));
    }

    @Test
    void sees_values_that_changed_columns_but_not_the_order_of_rows() {
        assertThat(Bits.of(new double[] {1, 2})).isNotEqualTo(Bits.of(new double[] {2, 1}));
        assertThat(columns(new double[] {1, 3}, new double[] {2, 4}))
                .isEqualTo(columns(new double[] {3, 1}, new double[] {4, 2}))
                .isNotEqualTo(columns(new double[] {2, 4}, new double[] {1, 3}));
    }

    @Test
    void is_the_same_by_row_and_by_column() {
        assertThat(columns(new double[] {1, 3}, new double[] {2, 4}))
                .isEqualTo(Bits.of(new double[] {1, 2}) + Bits.of(new double[] {3, 4}));
    }

    private static long columns(double[]... columns) {
        return Bits.ofColumns(new RowBatch("any", columns[0].length, columns), 0, columns.length);
    }
}
