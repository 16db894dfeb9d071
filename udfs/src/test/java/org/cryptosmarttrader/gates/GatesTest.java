package org.cryptosmarttrader.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cryptosmarttrader.gates.Facts.flawless;
import static org.cryptosmarttrader.gates.Facts.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The gates")
class GatesTest {

    private final Gates gates = Gates.of(GateSettings.STANDARD);

    @Test
    void let_a_flawless_candidate_pass() {
        Judgement judgement = gates.judge(flawless());

        assertThat(judgement.reasons()).isEmpty();
        assertThat(judgement.standing()).isEqualTo(Standing.PASSED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void refuse_by_one_reason_what_has_one_fault(String fault, Reason reason, Consumer<Facts> change) {
        Judgement judgement = gates.judge(with(change));

        assertThat(judgement.reasons()).containsExactly(reason);
        assertThat(judgement.notMeasured()).isEmpty();
        assertThat(Lane.GATED.passes(judgement)).isFalse();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("an input without origin", Reason.PROVENANCE, facts -> facts.provenanceComplete = false),
                fault("an hour short of 12 weeks", Reason.TRAINING, facts -> facts.trainingHours = 2_015),
                fault("29.9 outcomes", Reason.INDEPENDENT_OUTCOMES, facts -> facts.calibrationOutcomes = 29.9),
                fault(
                        "no outcomes counted",
                        Reason.INDEPENDENT_OUTCOMES,
                        facts -> facts.calibrationOutcomes = Double.NaN),
                fault("no bar this hour", Reason.STALE, facts -> facts.barsBehind = 1),
                fault("one mandatory feature missing", Reason.MISSING, facts -> facts.missingMandatory = 1),
                fault("drift in over a fifth of the columns", Reason.DRIFT, facts -> facts.driftedShare = 0.21),
                fault("beyond the 99th percentile", Reason.OOD, facts -> facts.novelty = reading(0, 0.991)),
                fault("over three tenths missing", Reason.OOD, facts -> facts.novelty = reading(0.31, 0.5)),
                fault("nothing to compare", Reason.OOD, facts -> facts.novelty = reading(1, Double.NaN)),
                fault("a broken promise of coverage", Reason.COVERAGE, facts -> facts.coverageAlarm = true),
                fault("skill that may be negative", Reason.SKILL, facts -> facts.skillLowerBound = -0.001),
                fault("79.99 % sure of a rise", Reason.CONFIDENCE, facts -> facts.probability = 0.7999),
                fault("79.99 % sure of a fall", Reason.CONFIDENCE, facts -> facts.probability = 0.2001),
                fault("54 of 100 right", Reason.HITRATE, facts -> facts.hitRate = 0.54));
    }

    private static Arguments fault(String name, Reason reason, Consumer<Facts> change) {
        return arguments(name, reason, change);
    }

    private static Novelty.Reading reading(double missingShare, double novelty) {
        return new Novelty.Reading(1, missingShare, novelty);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notMeasured")
    void refuse_what_has_not_been_measured_and_say_so(Reason reason, Consumer<Facts> change) {
        Judgement judgement = gates.judge(with(change));

        assertThat(judgement.reasons()).containsExactly(reason);
        assertThat(judgement.notMeasured()).containsExactly(reason);
        assertThat(Lane.GATED.passes(judgement)).isFalse();
        assertThat(Lane.RESEARCH.passes(judgement)).isTrue();
    }

    static Stream<Arguments> notMeasured() {
        return Stream.of(
                unmeasured(Reason.DRIFT, facts -> facts.driftedShare = Double.NaN),
                unmeasured(Reason.OOD, facts -> facts.novelty = null),
                unmeasured(Reason.COVERAGE, facts -> facts.coverageAlarm = null),
                unmeasured(Reason.SKILL, facts -> facts.skillLowerBound = Double.NaN),
                unmeasured(Reason.CONFIDENCE, facts -> facts.probability = Double.NaN),
                unmeasured(Reason.HITRATE, facts -> facts.hitRate = Double.NaN));
    }

    private static Arguments unmeasured(Reason reason, Consumer<Facts> change) {
        return arguments(reason, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void bear_what_is_within_their_limits(String fact, Consumer<Facts> change) {
        assertThat(gates.judge(with(change)).reasons()).isEmpty();
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                harmless("80 % sure of a fall", facts -> facts.probability = 0.2),
                harmless(
                        "55 % right of ever so many",
                        facts -> {
                            facts.hitRate = 0.55;
                            facts.hitRateOutcomes = 1_000;
                        }),
                harmless("negative skill on 29 outcomes", facts -> {
                    facts.skillLowerBound = -0.5;
                    facts.skillOutcomes = 29;
                }),
                harmless("a row without novelty", facts -> facts.novelty = reading(0, 0)));
    }

    private static Arguments harmless(String fact, Consumer<Facts> change) {
        return arguments(fact, change);
    }

    @Test
    void put_on_probation_what_has_too_short_a_record_of_hits() {
        Judgement judgement = gates.judge(with(facts -> facts.hitRateOutcomes = 29.9));

        assertThat(judgement.reasons()).isEmpty();
        assertThat(judgement.standing()).isEqualTo(Standing.PROBATION);
        assertThat(Lane.GATED.passes(judgement)).isFalse();
        assertThat(Lane.RESEARCH.passes(judgement)).isTrue();
    }

    @Test
    void put_on_probation_before_the_first_gated_forecast_has_matured() {
        Judgement judgement = gates.judge(with(facts -> {
            facts.hitRate = Double.NaN;
            facts.hitRateOutcomes = 0;
        }));

        assertThat(judgement.standing()).isEqualTo(Standing.PROBATION);
    }

    @Test
    void give_all_reasons_in_order() {
        Judgement judgement = gates.judge(with(facts -> {
            facts.provenanceComplete = false;
            facts.trainingHours = 0;
            facts.calibrationOutcomes = 0;
            facts.barsBehind = 3;
            facts.missingMandatory = 4;
            facts.driftedShare = Double.NaN;
            facts.novelty = reading(0.5, 1);
            facts.coverageAlarm = true;
            facts.skillLowerBound = -1;
            facts.probability = 0.5;
            facts.hitRate = 0.1;
        }));

        assertThat(judgement.reasons()).containsExactly(Reason.values());
        assertThat(judgement.notMeasured()).containsExactly(Reason.DRIFT);
        assertThat(judgement.standing()).isEqualTo(Standing.EXPERIMENTAL);
    }

    @Test
    void list_their_reasons_in_their_order() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::name))
                .containsExactly(
                        "PROVENANCE",
                        "TRAINING",
                        "INDEPENDENT_OUTCOMES",
                        "STALE",
                        "MISSING",
                        "DRIFT",
                        "OOD",
                        "COVERAGE",
                        "SKILL",
                        "CONFIDENCE",
                        "HITRATE");
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(reason.meaning()).isNotBlank());
    }

    @Test
    void are_as_strict_as_their_settings() {
        Gates strict = Gates.of(new GateSettings(0.9, 2_016, 0));

        assertThat(strict.judge(with(facts -> facts.probability = 0.89)).reasons())
                .containsExactly(Reason.CONFIDENCE);
        assertThat(strict.judge(with(facts -> facts.probability = 0.9)).reasons())
                .isEmpty();
    }

    @Test
    void ask_a_statement_beside_the_direction_for_everything_but_intervals() {
        Gates ofStatements = Gates.ofStatements(GateSettings.STANDARD);

        assertThat(ofStatements.judge(with(facts -> facts.coverageAlarm = true)).standing())
                .isEqualTo(Standing.PASSED);
        assertThat(ofStatements
                        .judge(with(facts -> {
                            facts.coverageAlarm = null;
                            facts.driftedShare = 0.5;
                            facts.skillLowerBound = -1;
                        }))
                        .reasons())
                .containsExactly(Reason.DRIFT, Reason.SKILL);
    }

    @Test
    void stand_in_order_and_once() {
        Gate stale = Gate.of(Reason.STALE, candidate -> Finding.PASSES);
        Gate drift = Gate.of(Reason.DRIFT, candidate -> Finding.PASSES);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gates(List.of(drift, stale)))
                .withMessageContaining("STALE stands after DRIFT");
        assertThatIllegalArgumentException().isThrownBy(() -> new Gates(List.of(stale, stale)));
    }
}
