package org.cryptosmarttrader.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A lane")
class LaneTest {

    @ParameterizedTest(name = "{0}: GATED {1}, RESEARCH {2}, RESEARCH if not measured {3}")
    @CsvSource({
        "PROVENANCE,           false, false, true",
        "TRAINING,             false, true,  true",
        "INDEPENDENT_OUTCOMES, false, true,  true",
        "STALE,                false, false, true",
        "MISSING,              false, false, true",
        "DRIFT,                false, false, true",
        "OOD,                  false, false, true",
        "COVERAGE,             false, false, true",
        "SKILL,                false, true,  true",
        "CONFIDENCE,           false, true,  true",
        "HITRATE,              false, true,  true",
    })
    void acts_in_spite_of(Reason reason, boolean gated, boolean research, boolean researchUnmeasured) {
        Judgement refused = new Judgement(List.of(reason), List.of(), false);
        Judgement notMeasured = new Judgement(List.of(reason), List.of(reason), false);

        assertThat(Lane.GATED.passes(refused)).isEqualTo(gated);
        assertThat(Lane.GATED.passes(notMeasured)).isEqualTo(gated);
        assertThat(Lane.RESEARCH.passes(refused)).isEqualTo(research);
        assertThat(Lane.RESEARCH.passes(notMeasured)).isEqualTo(researchUnmeasured);
    }

    @Test
    void of_research_needs_every_reason_to_be_bearable() {
        Judgement untrained = new Judgement(List.of(Reason.TRAINING, Reason.CONFIDENCE), List.of(), true);
        Judgement stale = new Judgement(List.of(Reason.TRAINING, Reason.STALE), List.of(), false);

        assertThat(Lane.RESEARCH.passes(untrained)).isTrue();
        assertThat(Lane.RESEARCH.passes(stale)).isFalse();
    }

    @Test
    void acts_on_what_passed_every_gate() {
        Judgement passed = new Judgement(List.of(), List.of(), false);

        assertThat(Lane.GATED.passes(passed)).isTrue();
        assertThat(Lane.RESEARCH.passes(passed)).isTrue();
    }
}
