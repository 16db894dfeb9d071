package org.cryptosmarttrader.serving.findings;

import static org.cryptosmarttrader.serving.findings.Says.hasTraded;
import static org.cryptosmarttrader.serving.findings.Says.limit;
import static org.cryptosmarttrader.serving.findings.Says.when;
import static org.cryptosmarttrader.serving.findings.Severity.ALARM;
import static org.cryptosmarttrader.serving.findings.Severity.NOTE;
import static org.cryptosmarttrader.serving.findings.Severity.WARNING;

import java.util.List;
import java.util.Optional;

/** Whether its orders, fills, costs and prices could have been had. */
final class ExecutionRules {

    /** Share of the gain that hangs on friendly fills or goes for costs, and of fills that rest on assumptions. */
    private static final double HALF = 0.5;
    /** Times a year the account is turned over; every second day, at costs of some tenths of a per cent each way. */
    private static final double HIGH_TURNOVER = 180;
    /** Share of orders that came to nothing. */
    private static final double MANY_ORDERS = 0.2;
    /** Share of ticks. */
    private static final double OFTEN_STALE = 0.01;

    static final List<FindingRule> ALL = List.of(
            new FindingRule(
                    "lives on optimistic fills",
                    ALARM,
                    ExecutionRules::optimisticFills,
                    "Do not quote the optimistic figure; trade less often, or where spreads are narrow."),
            new FindingRule(
                    "costs eat it",
                    WARNING,
                    ExecutionRules::costsEatIt,
                    "Trade less often: raise minimumTrade in conf/execution.yaml, or use longer horizons."),
            new FindingRule(
                    "high turnover",
                    WARNING,
                    ExecutionRules::highTurnover,
                    "Check the fees of that volume, and what the result is at twice the costs."),
            new FindingRule(
                    "assumed fills",
                    NOTE,
                    ExecutionRules::assumedFills,
                    "Record quotes and state the venue's rules of the pairs in conf/execution.yaml."),
            new FindingRule(
                    "orders cancelled",
                    WARNING,
                    ExecutionRules::cancelled,
                    "The market was too thin for them: lower sizing.maxWeight or leave thin pairs out."),
            new FindingRule(
                    "orders refused",
                    WARNING,
                    ExecutionRules::refused,
                    "Look at their reasons: amounts below the venue's minimum ask for more capital or fewer pairs."),
            new FindingRule(
                    "stale prices",
                    WARNING,
                    ExecutionRules::stalePrices,
                    "Equity of those ticks is a guess; leave pairs out that do not trade every day."),
            new FindingRule(
                    "gaps traded around",
                    NOTE,
                    evidence -> limit(evidence, "data gap", 1, "stood still for want of data"),
                    "Ask whether the same gaps would have come live, and what a position would have done in them."));

    private ExecutionRules() {}

    private static Optional<String> optimisticFills(Evidence evidence) {
        double more = evidence.trading().optimisticGain();
        double gain = evidence.gain();
        if (gain <= 0) {
            return when(
                    gain + more > 0 && hasTraded(evidence),
                    "It lost %.2f; filled at the next open without slippage it would have gained %.2f.",
                    -gain,
                    gain + more);
        }
        return when(
                more > HALF * gain,
                "It gained %.2f; filled at the next open without slippage it would have gained %.2f.",
                gain,
                gain + more);
    }

    private static Optional<String> costsEatIt(Evidence evidence) {
        double costs = evidence.trading().fees() + evidence.trading().slippage();
        double before = evidence.gain() + costs;
        return when(
                before > 0 && costs > HALF * before,
                "Before costs it gained %.2f, of which fees took %.2f and slippage %.2f.",
                before,
                evidence.trading().fees(),
                evidence.trading().slippage());
    }

    private static Optional<String> highTurnover(Evidence evidence) {
        double turnover = evidence.figures().turnover();
        return when(turnover > HIGH_TURNOVER, "It was turned over %.0f times a year.", turnover);
    }

    private static Optional<String> assumedFills(Evidence evidence) {
        Evidence.Trading trading = evidence.trading();
        return when(
                trading.assumed() > HALF * trading.fills(),
                "Of %d fills, %d rest on a spread, a volume, fees or rules of the venue that were not recorded.",
                trading.fills(),
                trading.assumed());
    }

    private static Optional<String> cancelled(Evidence evidence) {
        Evidence.Trading trading = evidence.trading();
        return when(
                trading.cancelled() > MANY_ORDERS * trading.orders(),
                "Of %d orders, %d were not filled in whole.",
                trading.orders(),
                trading.cancelled());
    }

    private static Optional<String> refused(Evidence evidence) {
        Evidence.Trading trading = evidence.trading();
        long decided = trading.orders() + trading.refused();
        return when(
                trading.refused() > MANY_ORDERS * decided,
                "Of %d orders decided, %d could not be sent.",
                decided,
                trading.refused());
    }

    private static Optional<String> stalePrices(Evidence evidence) {
        return when(
                evidence.staleTicks() > OFTEN_STALE * evidence.ticks(),
                "At %d of %d ticks a position was valued at a close older than a day.",
                evidence.staleTicks(),
                evidence.ticks());
    }
}
