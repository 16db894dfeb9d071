package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each feature of the cross-section that is listed. */
@DisplayName("Every feature of the cross-section")
class EveryCrossSectionFeatureTest {

    private static final double NONE = Double.NaN;

    static List<CrossSectionFeature> features() {
        return StandardFeatures.withoutFitted().ofCrossSection();
    }

    @ParameterizedTest
    @MethodSource("features")
    void gives_each_row_a_value_or_nothing(CrossSectionFeature feature) {
        double[] values = feature.values(new double[] {0.01, -0.02, NONE, 0.01, 0.03, 0});

        assertThat(values).hasSize(6);
        assertThat(values[0]).isFinite();
    }

    @ParameterizedTest
    @MethodSource("features")
    void needs_five_members_with_the_input(CrossSectionFeature feature) {
        assertThat(feature.values(new double[] {0.01, -0.02, NONE, 0.03, 0})).containsOnly(NONE);
        assertThat(feature.values(new double[0])).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("features")
    void is_never_infinite(CrossSectionFeature feature) {
        assertThat(feature.values(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}))
                .doesNotContain(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("features")
    void stays_within_its_range(CrossSectionFeature feature) {
        assertThat(DoubleStream.of(feature.values(new double[] {0.1, 0.4, 0.7, 0, 3, 0.2})))
                .allMatch(feature.range()::contains, "a value within " + feature.range());
    }

    @ParameterizedTest
    @MethodSource("features")
    void says_the_same_of_a_pair_whatever_row_it_has(CrossSectionFeature feature) {
        double[] inputs = {0.01, -0.02, 0.07, NONE, 0.03, 0, -0.05};
        double[] backwards = reversed(inputs);

        assertThat(reversed(feature.values(backwards))).containsExactly(feature.values(inputs), within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("features")
    void leaves_the_inputs_as_they_are(CrossSectionFeature feature) {
        double[] inputs = {0.01, -0.02, 0.07, NONE, 0.03, 0, -0.05};
        feature.values(inputs);

        assertThat(inputs).containsExactly(0.01, -0.02, 0.07, NONE, 0.03, 0, -0.05);
    }

    private static double[] reversed(double[] values) {
        return DoubleStream.iterate(values.length - 1.0, at -> at - 1)
                .limit(values.length)
                .map(at -> values[(int) at])
                .toArray();
    }
}
