package org.cryptosmarttrader.gates;

import java.util.List;

/**
 * Which of two accounts may act on a forecast. See docs/glossary.md, lane.
 *
 * <p>A gate that has nothing to go by refuses in GATED: nothing unmeasured may open it. In RESEARCH it does not, whatever
 * its reason: drift or coverage cannot be known before forecasts have been issued, and issuing them is what this lane is
 * for.
 */
public enum Lane {
    /** Needs every gate and no probation; the only lane that may ever send a real order. */
    GATED(List.of()),
    /** Trades on paper what is not excluded by its data, and carries the other reasons as labels. */
    RESEARCH(List.of(Reason.TRAINING, Reason.INDEPENDENT_OUTCOMES, Reason.SKILL, Reason.CONFIDENCE, Reason.HITRATE));

    private final List<Reason> ignored;

    Lane(List<Reason> ignored) {
        this.ignored = ignored;
    }

    /** Whether the lane may act on a forecast judged so. */
    public boolean passes(Judgement judgement) {
        if (this == GATED) {
            return judgement.standing() == Standing.PASSED;
        }
        return judgement.reasons().stream()
                .allMatch(reason ->
                        ignored.contains(reason) || judgement.notMeasured().contains(reason));
    }
}
