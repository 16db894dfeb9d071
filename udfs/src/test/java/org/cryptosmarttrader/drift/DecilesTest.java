package org.cryptosmarttrader.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Drift")
class DecilesTest {

    /** Powers of two, each ten times: every decile holds one of them. */
    private static double power(int row) {
        return 1L << row % 10;
    }

    private static Deciles ofPowers() {
        return Deciles.of(100, 1, (row, column) -> power(row));
    }

    private static DayCells day(double... values) {
        List<FrameCells> frames = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            frames.add(FrameCells.of(i, 1, List.of(new double[] {values[i]})));
        }
        return DayCells.of(1, frames);
    }

    @Test
    void cuts_a_column_into_ten_bins_of_as_many_rows_and_one_for_missing_ones() {
        assertThat(ofPowers().columns().get(0).counts()).containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0);
        Deciles half = Deciles.of(200, 1, (row, column) -> row < 100 ? power(row) : Double.NaN);
        assertThat(half.columns().get(0).counts()).containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 100);
    }

    @Test
    void is_nil_where_values_come_as_often_as_in_training() {
        double[] same = new double[10];
        for (int i = 0; i < 10; i++) {
            same[i] = power(i);
        }

        assertThat(ofPowers().stability(List.of(day(same), day(same)))[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void is_the_population_stability_index() {
        // half of the days' values in the first bin, half in the second, missing in none
        double index = ofPowers().stability(List.of(day(1, 2), day(2, 1)))[0];

        // two bins at 0.5 for 0.1, eight at 0.0001 for 0.1
        double expected = 2 * 0.4 * Math.log(5) + 8 * (1e-4 - 0.1) * Math.log(1e-4 / 0.1);
        assertThat(index).isCloseTo(expected, within(1e-12));
    }

    @Test
    void sees_values_go_missing() {
        double index = ofPowers().stability(List.of(day(Double.NaN)))[0];

        double expected = (1 - 1e-4) * Math.log(1 / 1e-4) + 10 * (1e-4 - 0.1) * Math.log(1e-4 / 0.1);
        assertThat(index).isCloseTo(expected, within(1e-12));
    }

    @Test
    void is_small_between_two_draws_from_one_distribution_and_large_after_a_shift_by_one_deviation() {
        SplittableRandom random = new SplittableRandom(5);
        Deciles deciles = Deciles.of(20_000, 1, (row, column) -> random.nextGaussian());
        double[] same = random.doubles(5_000).map(u -> random.nextGaussian()).toArray();
        double[] shifted =
                random.doubles(5_000).map(u -> 1 + random.nextGaussian()).toArray();

        assertThat(deciles.stability(List.of(day(same)))[0]).isLessThan(0.02);
        // the index of two unit normals one apart is near their symmetric divergence, 1
        assertThat(deciles.stability(List.of(day(shifted)))[0]).isBetween(0.7, 1.1);
    }

    @Test
    void counts_a_column_that_never_varies_as_steady_while_it_does_not() {
        Deciles constant = Deciles.of(50, 1, (row, column) -> 3);

        assertThat(constant.stability(List.of(day(3, 3, 3)))[0]).isCloseTo(0, within(1e-12));
        assertThat(constant.stability(List.of(day(4, 4, 4)))[0]).isGreaterThan(0.25);
    }

    @Test
    void adds_days_up_in_any_order_and_survives_a_checkpoint() {
        DayCells one = day(1, 2, 4);
        DayCells other = RoundTrip.of(day(8, Double.NaN)::write, DayCells::read);

        assertThat(ofPowers().stability(List.of(one, other)))
                .isEqualTo(ofPowers().stability(List.of(day(8, Double.NaN, 4, 2, 1))));
        FrameCells frame = FrameCells.of(7, 2, List.of(new double[] {1, -1}, new double[] {0, Double.NaN}));
        FrameCells restored = RoundTrip.of(frame::write, FrameCells::read);
        assertThat(restored.tick()).isEqualTo(7);
        assertThat(restored.rows()).isEqualTo(2);
        assertThat(restored.cells()).isEqualTo(frame.cells());
    }

    @Test
    void orders_the_cells_of_its_grid_as_the_values() {
        double[] ascending = {
            Double.NEGATIVE_INFINITY,
            -1e300,
            -2,
            -1.01,
            -1,
            -1e-300,
            0,
            1e-300,
            1,
            1.07,
            1e300,
            Double.POSITIVE_INFINITY
        };
        for (int i = 1; i < ascending.length; i++) {
            assertThat(ValueGrid.cell(ascending[i]))
                    .as("%s after %s", ascending[i], ascending[i - 1])
                    .isGreaterThanOrEqualTo(ValueGrid.cell(ascending[i - 1]));
        }
        assertThat(ValueGrid.cell(-0.0)).isEqualTo(ValueGrid.cell(0.0));
        assertThat(ValueGrid.cell(1)).isEqualTo(ValueGrid.cell(1.06)).isNotEqualTo(ValueGrid.cell(1.0625));
        assertThat(ValueGrid.cell(Double.NaN)).isEqualTo(ValueGrid.MISSING);
        assertThat(ValueGrid.cell(Double.POSITIVE_INFINITY)).isLessThan(ValueGrid.MISSING);
    }

    @Test
    void are_those_of_another_model_if_every_bin_is() {
        assertThat(ofPowers().isAs(ofPowers())).as("made twice").isTrue();
        assertThat(ofPowers().isAs(Deciles.of(50, 1, (row, column) -> 3)))
                .as("of other values")
                .isFalse();
        assertThat(ofPowers().isAs(Deciles.of(50, 2, (row, column) -> 3)))
                .as("of more columns")
                .isFalse();
    }

    @Test
    void refuses_a_card_whose_bins_are_damaged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deciles.Column(new short[8], new int[11]))
                .withMessageContaining("8 edges");
    }
}
