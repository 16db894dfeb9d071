package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.RoundTrip;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Novelty")
class NoveltyTest {

    /** One feature, 1 to 1,000: median 500.5, MAD 250. */
    private static final Novelty OF_A_THOUSAND = Novelty.of(1_000, 1, (row, column) -> 1 + row * 7_919 % 1_000);

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("H8-");
        Novelty novelty = new Novelty(
                Golden.numbers(golden.inputs().get("median")),
                Golden.numbers(golden.inputs().get("mad")),
                new double[Novelty.QUANTILES]);

        Novelty.Reading reading = novelty.read(Golden.numbers(golden.inputs().get("x")), 0, column -> true);

        golden.check("ood", reading.distance());
        golden.check("missingShare", reading.missingShare());
    }

    @Test
    void learns_exact_medians_of_what_is_present() {
        double[][] rows = {{1, 7}, {2, 7}, {Double.NaN, 7}, {4, 7}, {10, 7}};

        Novelty novelty = Novelty.of(5, 2, (row, column) -> rows[row][column]);

        // of 1 2 4 10 the median is 3, of the distances 2 1 1 7 it is 1.5
        assertThat(novelty.medians()).containsExactly(3, 7);
        assertThat(novelty.mads()).containsExactly(1.5, 0);
    }

    @Test
    void leaves_out_a_feature_that_never_varied_or_was_never_there() {
        double[][] rows = {{1, 7, Double.NaN}, {2, 7, Double.NaN}, {3, 7, Double.NaN}};
        Novelty novelty = Novelty.of(3, 3, (row, column) -> rows[row][column]);

        Novelty.Reading reading = novelty.read(new double[] {2, 99, 99}, 0, column -> true);

        assertThat(reading.distance()).isZero();
        assertThat(reading.missingShare()).isZero();
    }

    @Test
    void keeps_quantiles_that_are_distances_of_training_rows() {
        double scale = 1.4826 * 250;

        // distances from the median: 0.5 0.5 1.5 1.5 ... 499.5 499.5
        assertThat(OF_A_THOUSAND.quantiles()[0]).isCloseTo(0.5 / scale, within(1e-15));
        assertThat(OF_A_THOUSAND.quantiles()[1]).isCloseTo(4.5 / scale, within(1e-15));
        assertThat(OF_A_THOUSAND.quantiles()[99]).isCloseTo(494.5 / scale, within(1e-15));
        assertThat(OF_A_THOUSAND.quantiles()[100]).isCloseTo(499.5 / scale, within(1e-15));
    }

    @Test
    void is_the_share_of_training_rows_no_farther_off() {
        assertThat(noveltyOf(500.5)).isZero();
        assertThat(noveltyOf(749.5)).isCloseTo(0.5, within(0.01));
        assertThat(noveltyOf(249.5)).isEqualTo(noveltyOf(751.5));
        assertThat(noveltyOf(2_000)).isEqualTo(1);
        assertThat(noveltyOf(Double.NaN)).isNaN();
    }

    @Test
    void counts_training_rows_that_are_exactly_as_far_off() {
        double[] tied = new double[Novelty.QUANTILES];
        Arrays.fill(tied, 50, Novelty.QUANTILES, 10);
        Novelty novelty = new Novelty(new double[] {0}, new double[] {1}, tied);

        assertThat(novelty.read(new double[] {0}, 0, column -> true).novelty()).isEqualTo(0.49);
        assertThat(novelty.read(new double[] {1e9}, 0, column -> true).novelty())
                .isEqualTo(1);
    }

    @Test
    void grows_with_the_distance() {
        double last = 0;
        for (double value = 500.5; value < 1_010; value += 0.7) {
            assertThat(noveltyOf(value)).isGreaterThanOrEqualTo(last);
            last = noveltyOf(value);
        }
    }

    @Test
    void puts_a_row_out_of_distribution_beyond_the_ninety_ninth_percentile() {
        assertThat(read(995).isOutOfDistribution()).isFalse();
        assertThat(read(995.01).isOutOfDistribution()).isTrue();
        assertThat(read(6.01).isOutOfDistribution()).isFalse();
        assertThat(read(5.99).isOutOfDistribution()).isTrue();
    }

    @Test
    void puts_a_row_out_of_distribution_if_more_than_three_tenths_are_missing() {
        Novelty novelty = Novelty.of(100, 10, (row, column) -> row * (column + 1));
        double[] row = new double[10];
        for (int column = 0; column < 10; column++) {
            row[column] = column < 3 ? Double.NaN : 49.5 * (column + 1);
        }
        assertThat(novelty.read(row, 0, column -> true).isOutOfDistribution()).isFalse();

        row[3] = Double.NaN;
        assertThat(novelty.read(row, 0, column -> true).missingShare()).isEqualTo(0.4);
        assertThat(novelty.read(row, 0, column -> true).isOutOfDistribution()).isTrue();
    }

    @Test
    void puts_a_row_without_any_feature_out_of_distribution() {
        assertThat(read(Double.NaN).isOutOfDistribution()).isTrue();
        assertThat(new Novelty.Reading(Double.NaN, 0, Double.NaN).isOutOfDistribution())
                .isTrue();
    }

    @Test
    void bounds_what_a_single_feature_can_say() {
        assertThat(read(1e12).distance()).isEqualTo(10);
        assertThat(read(Double.POSITIVE_INFINITY).distance()).isEqualTo(10);
    }

    @Test
    void reads_a_row_out_of_a_frame() {
        double[] frame = {1, 2, 749.5, 3};

        assertThat(OF_A_THOUSAND.read(frame, 2, column -> true)).isEqualTo(read(749.5));
    }

    @Test
    void does_not_depend_on_the_order_of_the_rows() {
        Novelty sorted = Novelty.of(1_000, 1, (row, column) -> 1 + row);

        assertThat(RoundTrip.bytes(sorted::write)).isEqualTo(RoundTrip.bytes(OF_A_THOUSAND::write));
    }

    @Test
    void survives_the_way_to_its_card_and_back() {
        Novelty restored = RoundTrip.of(OF_A_THOUSAND::write, Novelty::read);

        assertThat(restored.read(new double[] {812}, 0, column -> true)).isEqualTo(read(812));
        assertThat(new Novelty(OF_A_THOUSAND.medians(), OF_A_THOUSAND.mads(), OF_A_THOUSAND.quantiles())
                        .read(new double[] {812}, 0, column -> true))
                .isEqualTo(read(812));
    }

    @Test
    void refuses_a_training_set_it_cannot_learn_from_and_a_broken_card() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Novelty.of(10, 2, (row, column) -> 7))
                .withMessageContaining("no training row has a feature that varies");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Novelty(new double[2], new double[1], new double[101]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Novelty(new double[1], new double[1], new double[100]));
        double[] descending = new double[101];
        descending[50] = 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Novelty(new double[1], new double[1], descending))
                .withMessageContaining("quantile 51");
    }

    private static double noveltyOf(double value) {
        return read(value).novelty();
    }

    private static Novelty.Reading read(double value) {
        return OF_A_THOUSAND.read(new double[] {value}, 0, column -> true);
    }
}
