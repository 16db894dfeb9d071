package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cryptosmarttrader.features.market.ReferenceFeature;
import org.cryptosmarttrader.features.regime.HiddenMarkovModel;
import org.cryptosmarttrader.features.regime.HiddenState;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each feature that is listed; a new one is tested by being listed. */
@DisplayName("Every feature of a pair")
class EveryFeatureTest {

    private static final int ALL = MemoryRules.HISTORY_BARS;

    private static final HiddenMarkovModel FITTED = new HiddenMarkovModel(
            TickGrid.HOUR,
            -2,
            -1,
            List.of(
                    new HiddenState(0.5, 0, 0.005, List.of(0.95, 0.05)),
                    new HiddenState(0.5, 0, 0.02, List.of(0.1, 0.9))));

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

    static Stream<Named<Feature>> features() {
        return named(all().stream());
    }

    static List<Feature> all() {
        FeatureCatalog catalog = StandardFeatures.with(FITTED);
        Stream<Feature> inputs = catalog.ofCrossSection().stream().map(CrossSectionFeature::input);
        Stream<Feature> ofReferences = catalog.ofReference().stream().map(ReferenceFeature::feature);
        return Stream.of(catalog.ofPair().stream(), ofReferences, inputs)
                .flatMap(features -> features)
                .distinct()
                .toList();
    }

    /** Those that need bars. */
    static Stream<Named<Feature>> featuresOfBars() {
        return named(ofBars());
    }

    /** Those that need more than two bars. */
    static Stream<Named<Feature>> featuresOfWindows() {
        return named(ofBars().filter(feature -> feature.gapClass() != GapClass.POINTS));
    }

    private static Stream<Feature> ofBars() {
        return all().stream().filter(feature -> feature.gapClass() != GapClass.TIME);
    }

    private static Stream<Named<Feature>> named(Stream<Feature> features) {
        return features.map(feature -> Named.of(feature.name(), feature));
    }

    private static History history(Tape tape, long bar, int intervals) {
        return tape.decidedOn(bar, intervals, BITCOIN.reference(bar, intervals));
    }

    private static History flat(IntToDoubleFunction price) {
        Tape.Bar[] bars = new Tape.Bar[ALL];
        Arrays.setAll(bars, hour -> Tape.at(price.applyAsDouble(hour)));
        return Tape.of(bars).of("BTC/USD").decidedOn(ALL - 1);
    }

    private static String unlessAllowed(Feature feature, String bars) {
        return "%s %s; return NaN unless gapClass().allows(history, bars), here %s"
                .formatted(feature.name(), bars, feature.gapClass());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void depends_on_no_bar_beyond_its_memory(Feature feature) {
        int known = 0;
        for (History whole : DECISIONS) {
            double expected = feature.value(whole);
            double actual = feature.value(history(GAPPED, whole.bar(), feature.memoryBars()));
            assertThat(Double.doubleToRawLongBits(actual))
                    .as(
                            "%s at bar %d is %s of %d bars, %s of all; state in memoryBars all it looks at",
                            feature.name(), whole.bar(), actual, feature.memoryBars(), expected)
                    .isEqualTo(Double.doubleToRawLongBits(expected));
            known += Double.isNaN(actual) ? 0 : 1;
        }
        assertThat(known).as("decisions at which %s is known", feature.name()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void is_known_where_no_bar_is_absent(Feature feature) {
        assertThat(feature.value(ON_WHOLE))
                .as(
                        "%s where every bar is there; is memoryBars (%d) enough for what it asks of gapClass().allows?",
                        feature.name(), feature.memoryBars())
                .isFinite();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("featuresOfBars")
    void says_nothing_of_a_pair_without_bars(Feature feature) {
        assertThat(feature.value(ON_NOTHING))
                .as(unlessAllowed(feature, "without bars"))
                .isNaN();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("featuresOfBars")
    void says_nothing_on_half_of_its_memory(Feature feature) {
        assertThat(feature.value(history(WHOLE, LAST, feature.memoryBars() / 2)))
                .as(unlessAllowed(feature, "on half of its memory"))
                .isNaN();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("featuresOfBars")
    void needs_the_bar_decided_on(Feature feature) {
        assertThat(feature.value(WITHOUT_LAST))
                .as(unlessAllowed(feature, "without the bar decided on"))
                .isNaN();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("featuresOfWindows")
    void does_not_endure_a_quarter_of_its_bars_absent(Feature feature) {
        assertThat(feature.value(WITHOUT_A_QUARTER))
                .as(unlessAllowed(feature, "without a quarter of its bars"))
                .isNaN();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void endures_one_bar_absent_unless_it_needs_all(Feature feature) {
        assertThat(Double.isNaN(feature.value(WITHOUT_ONE)))
                .as(
                        "%s is missing where one bar is; of gap class %s it must %sbe",
                        feature.name(), feature.gapClass(), feature.gapClass() == GapClass.FULL ? "" : "not ")
                .isEqualTo(feature.gapClass() == GapClass.FULL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void stays_within_its_range(Feature feature) {
        for (History history :
                Stream.concat(DECISIONS.stream(), EXTREMES.stream()).toList()) {
            double value = feature.value(history);
            assertThat(Double.isNaN(value) || feature.range().contains(value))
                    .as("%s is %s at bar %d, its range %s", feature.name(), value, history.bar(), feature.range())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void is_never_infinite(Feature feature) {
        for (History extreme : EXTREMES) {
            assertThat(Double.isInfinite(feature.value(extreme)))
                    .as(
                            "%s is infinite on prices that stand still or jump; return NaN where it divides by 0",
                            feature.name())
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void does_not_depend_on_the_currency_unit_unless_its_own_unit_does(Feature feature) {
        if (feature.unit().contains("quote currency")) {
            assertThat(feature.value(IN_EIGHTHS))
                    .as("%s in another unit of money; leave 'quote currency' out of its unit", feature.name())
                    .isNotCloseTo(feature.value(ON_WHOLE), within(1e-12));
        } else {
            assertThat(feature.value(IN_EIGHTHS))
                    .as(
                            "%s in another unit of money; say 'quote currency' in its unit if it depends on it",
                            feature.name())
                    .isCloseTo(feature.value(ON_WHOLE), within(1e-12));
        }
    }
}
