package org.cryptosmarttrader.serving.findings;

import static org.cryptosmarttrader.serving.findings.Says.hasTraded;
import static org.cryptosmarttrader.serving.findings.Says.limit;
import static org.cryptosmarttrader.serving.findings.Says.percent;
import static org.cryptosmarttrader.serving.findings.Says.when;
import static org.cryptosmarttrader.serving.findings.Severity.ALARM;
import static org.cryptosmarttrader.serving.findings.Severity.NOTE;
import static org.cryptosmarttrader.serving.findings.Severity.WARNING;

import java.util.List;
import java.util.Optional;

/** What it made, and what it went through for it. */
final class ResultRules {

    /** Share of the result that was never sold. */
    private static final double HALF = 0.5;
    /** Fall from a peak; twice as deep, and the way back takes as long again. */
    private static final double DEEP_FALL = -0.25;
    /** Mean share invested. */
    private static final double HARDLY_INVESTED = 0.02;
    /** Days of lost patience. */
    private static final int MANY_BAD_DAYS = 3;

    static final List<FindingRule> ALL = List.of(
            new FindingRule(
                    "kill switch",
                    ALARM,
                    ResultRules::stopped,
                    "Read the audit rows in front of it; figures behind it are those of cash."),
            new FindingRule(
                    "loss",
                    WARNING,
                    ResultRules::loss,
                    "Do not trade this; look by horizon whether forecasts or costs lost it."),
            new FindingRule(
                    "worse than holding",
                    WARNING,
                    ResultRules::worseThanHolding,
                    "Holding costs nothing and needs no forecast: there is no reason to trade instead."),
            new FindingRule(
                    "deep fall",
                    WARNING,
                    ResultRules::deepFall,
                    "Ask whether it would have been kept through that fall; lower drawdown.max or sizing in conf/risk.yaml."),
            new FindingRule(
                    "hardly invested",
                    NOTE,
                    ResultRules::hardlyInvested,
                    "Ratios of an account that holds cash say little; look at the sales instead."),
            new FindingRule(
                    "bad days",
                    NOTE,
                    evidence ->
                            limit(evidence, "daily loss", MANY_BAD_DAYS, "took no new risk after the loss of a day"),
                    "The limit shapes the result: see what it is without it before it is praised."),
            new FindingRule(
                    "open at the end",
                    NOTE,
                    ResultRules::openAtTheEnd,
                    "Let the run end later, or count what was sold alone."));

    private ResultRules() {}

    private static Optional<String> stopped(Evidence evidence) {
        return when(evidence.stopped(), "The kill switch closed everything on the way.");
    }

    private static Optional<String> loss(Evidence evidence) {
        return when(
                hasTraded(evidence) && evidence.gain() < 0,
                "After costs it lost %.1f %%.",
                -percent(evidence.totalReturn()));
    }

    private static Optional<String> worseThanHolding(Evidence evidence) {
        double held = evidence.figures().holdReturn();
        return when(
                hasTraded(evidence) && evidence.totalReturn() < held,
                "It made %.1f %%; buying its pairs and keeping them made %.1f %%.",
                percent(evidence.totalReturn()),
                percent(held));
    }

    private static Optional<String> deepFall(Evidence evidence) {
        double fall = evidence.figures().maxDrawdown();
        return when(fall < DEEP_FALL, "It once stood %.1f %% below its peak.", -percent(fall));
    }

    private static Optional<String> hardlyInvested(Evidence evidence) {
        double exposure = evidence.figures().exposure();
        return when(
                hasTraded(evidence) && exposure < HARDLY_INVESTED,
                "On average %.1f %% of it were invested.",
                percent(exposure));
    }

    private static Optional<String> openAtTheEnd(Evidence evidence) {
        return when(
                Math.abs(evidence.unrealised()) > HALF * Math.abs(evidence.gain()),
                "Of a result of %.2f, %.2f are positions that were never sold.",
                evidence.gain(),
                evidence.unrealised());
    }
}
