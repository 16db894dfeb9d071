package org.cryptosmarttrader.serving.findings;

import static org.cryptosmarttrader.serving.findings.Says.percent;
import static org.cryptosmarttrader.serving.findings.Says.when;
import static org.cryptosmarttrader.serving.findings.Severity.ALARM;
import static org.cryptosmarttrader.serving.findings.Severity.WARNING;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a result stands if something had been a little otherwise. They say nothing of a run of which that was not tried. */
final class StabilityRules {

    /** Share of the return that more capital must leave. */
    private static final double HALF = 0.5;

    static final List<FindingRule> ALL = List.of(
            new FindingRule(
                    "parameter cliff",
                    ALARM,
                    evidence -> lost(evidence, Otherwise.Kind.PARAMETER),
                    "A setting that has to be just right was found, not understood: search with cst search and look at its neighbours."),
            new FindingRule(
                    "dies at twice the costs",
                    WARNING,
                    evidence -> lost(evidence, Otherwise.Kind.COSTS),
                    "Costs are never known to the last tenth; ask for a gain that bears twice of them."),
            new FindingRule(
                    "dies a tick late",
                    WARNING,
                    evidence -> lost(evidence, Otherwise.Kind.DELAY),
                    "Live orders are late at times; use longer horizons, or make sure they are not."),
            new FindingRule(
                    "bears no more capital",
                    WARNING,
                    StabilityRules::bearsNoMore,
                    "Quote the result for the capital it was made with, and no other."));

    private StabilityRules() {}

    /** A gain that becomes a loss, by the worst of one kind. */
    private static Optional<String> lost(Evidence evidence, Otherwise.Kind kind) {
        Optional<Otherwise> worst = worst(evidence, kind);
        return worst.isEmpty()
                ? Optional.empty()
                : when(
                        evidence.gain() > 0 && worst.get().totalReturn() <= 0,
                        "It gained %.2f %%; with %s it would have lost %.2f %%.",
                        percent(evidence.totalReturn()),
                        worst.get().name(),
                        percent(Math.abs(worst.get().totalReturn())));
    }

    private static Optional<String> bearsNoMore(Evidence evidence) {
        Optional<Otherwise> worst = worst(evidence, Otherwise.Kind.CAPITAL);
        return worst.isEmpty()
                ? Optional.empty()
                : when(
                        evidence.gain() > 0 && worst.get().totalReturn() < HALF * evidence.totalReturn(),
                        "It gained %.2f %%; with %s %.2f %%.",
                        percent(evidence.totalReturn()),
                        worst.get().name(),
                        percent(worst.get().totalReturn()));
    }

    private static Optional<Otherwise> worst(Evidence evidence, Otherwise.Kind kind) {
        return evidence.otherwise().stream()
                .filter(one -> one.kind() == kind)
                .min(Comparator.comparingDouble(Otherwise::totalReturn));
    }
}
