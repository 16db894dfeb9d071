package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each feature that is listed; a new one is tested by being listed. */
@DisplayName("Every feature of a pair")
class EveryFeatureTest {

    private static final int ALL = MemoryRules.HISTORY_BARS;

    /** Ten days of recorded bars over and over, half of their volume bought by takers. */
    private static final Tape WHOLE =
            Tape.golden().repeated(6).of("ETH/USD").with(bar -> bar.sides(bar.volume() / 2, bar.volume() / 2));

    private static final long FIRST = WHOLE.first();
    private static final long LAST = WHOLE.last();

    /** With an hour absent now and then, and five in a row every twenty days. */
    private static final Tape GAPPED = WHOLE.without(bar -> (bar - FIRST) % 229 == 40 || (bar - FIRST) % 480 < 5);

    /** Other returns with gaps of their own. */
    private static final Tape BITCOIN = WHOLE.of("BTC/USD")
            .with(bar -> Tape.ohlc(bar.open(), bar.high(), bar.low(), (bar.high() + bar.low()) / 2))
            .without(bar -> bar % 59 == 7);

    private static final List<History> DECISIONS = LongStream.iterate(LAST, bar -> bar > LAST - 300, bar -> bar - 7)
            .mapToObj(bar -> history(GAPPED, bar, ALL))
            .toList();
    private static final History ON_WHOLE = history(WHOLE, LAST, ALL);
    private static final History ON_NOTHING = history(WHOLE.without(bar -> true), LAST, ALL);
    private static final History WITHOUT_LAST = history(WHOLE.without(bar -> bar == LAST), LAST, ALL);
    private static final History WITHOUT_ONE = history(WHOLE.without(bar -> bar == LAST - 5), LAST, ALL);
    private static final History WITHOUT_A_QUARTER = history(WHOLE.without(bar -> (LAST - bar) % 4 == 2), LAST, ALL);
    private static final History IN_EIGHTHS = history(WHOLE.with(bar -> bar.priced(8)), LAST, ALL);
    private static final List<History> EXTREMES =
            List.of(flat(hour -> 100.1), flat(hour -> 100.1 + hour % 7), flat(hour -> hour == ALL - 1 ? 50 : 100.1));

    static List<Feature> features() {
        FeatureCatalog catalog = FeatureCatalog.standard();
        Stream<Feature> inputs = catalog.ofCrossSection().stream().map(CrossSectionFeature::input);
        return Stream.concat(catalog.ofPair().stream(), inputs).distinct().toList();
    }

    /** Those that need bars. */
    static List<Feature> featuresOfBars() {
        return features().stream()
                .filter(feature -> feature.gapClass() != GapClass.TIME)
                .toList();
    }

    /** Those that need more than two bars. */
    static List<Feature> featuresOfWindows() {
        return featuresOfBars().stream()
                .filter(feature -> feature.gapClass() != GapClass.POINTS)
                .toList();
    }

    private static History history(Tape tape, long bar, int intervals) {
        return tape.decidedOn(bar, intervals, BITCOIN.reference(bar, intervals));
    }

    private static History flat(IntToDoubleFunction price) {
        Tape.Bar[] bars = new Tape.Bar[ALL];
        Arrays.setAll(bars, hour -> Tape.at(price.applyAsDouble(hour)));
        return Tape.of(bars).of("BTC/USD").decidedOn(ALL - 1);
    }

    @ParameterizedTest
    @MethodSource("features")
    void depends_on_no_bar_beyond_its_memory(Feature feature) {
        int known = 0;
        for (History whole : DECISIONS) {
            double expected = feature.value(whole);
            double actual = feature.value(history(GAPPED, whole.bar(), feature.memoryBars()));
            assertThat(Double.doubleToRawLongBits(actual))
                    .as(
                            "%s at bar %d is %s of %d bars, %s of all",
                            feature.name(), whole.bar(), actual, feature.memoryBars(), expected)
                    .isEqualTo(Double.doubleToRawLongBits(expected));
            known += Double.isNaN(actual) ? 0 : 1;
        }
        assertThat(known).as("decisions at which %s is known", feature.name()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("features")
    void is_known_where_no_bar_is_absent(Feature feature) {
        assertThat(feature.value(ON_WHOLE)).isFinite();
    }

    @ParameterizedTest
    @MethodSource("featuresOfBars")
    void says_nothing_of_a_pair_without_bars(Feature feature) {
        assertThat(feature.value(ON_NOTHING)).isNaN();
    }

    @ParameterizedTest
    @MethodSource("featuresOfBars")
    void says_nothing_on_half_of_its_memory(Feature feature) {
        assertThat(feature.value(history(WHOLE, LAST, feature.memoryBars() / 2)))
                .isNaN();
    }

    @ParameterizedTest
    @MethodSource("featuresOfBars")
    void needs_the_bar_decided_on(Feature feature) {
        assertThat(feature.value(WITHOUT_LAST)).isNaN();
    }

    @ParameterizedTest
    @MethodSource("featuresOfWindows")
    void does_not_endure_a_quarter_of_its_bars_absent(Feature feature) {
        assertThat(feature.value(WITHOUT_A_QUARTER)).isNaN();
    }

    @ParameterizedTest
    @MethodSource("features")
    void endures_one_bar_absent_unless_it_needs_all(Feature feature) {
        assertThat(Double.isNaN(feature.value(WITHOUT_ONE))).isEqualTo(feature.gapClass() == GapClass.FULL);
    }

    @ParameterizedTest
    @MethodSource("features")
    void is_never_infinite(Feature feature) {
        for (History extreme : EXTREMES) {
            assertThat(Double.isInfinite(feature.value(extreme))).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void does_not_depend_on_the_currency_unit_unless_its_own_unit_does(Feature feature) {
        if (feature.unit().contains("quote currency")) {
            assertThat(feature.value(IN_EIGHTHS)).isNotCloseTo(feature.value(ON_WHOLE), within(1e-12));
        } else {
            assertThat(feature.value(IN_EIGHTHS)).isCloseTo(feature.value(ON_WHOLE), within(1e-12));
        }
    }
}
