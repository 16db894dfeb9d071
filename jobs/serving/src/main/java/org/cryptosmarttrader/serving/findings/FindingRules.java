package org.cryptosmarttrader.serving.findings;

import static org.cryptosmarttrader.serving.findings.Severity.ALARM;
import static org.cryptosmarttrader.serving.findings.Severity.NOTE;
import static org.cryptosmarttrader.serving.findings.Severity.WARNING;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.evaluation.BacktestOverfitting;
import org.cryptosmarttrader.evaluation.DeflatedSharpe;

/** The rules of the product. What is not known makes no rule fire. */
public final class FindingRules {

    /** Sales; a mean of fewer says little. */
    private static final int FEW_SALES = 30;
    /** Days; a market has more moods than a quarter shows. */
    private static final double SHORT_SPAN = 90;
    /** Share of the profit that hangs on one pair, or on one month. */
    private static final double MOST_OF_IT = 0.8;
    /** Share of the profit that hangs on one day, one sale, or friendly fills. */
    private static final double HALF = 0.5;
    /** Fall from a peak; twice as deep, and the way back takes as long again. */
    private static final double DEEP_FALL = -0.25;
    /** Times a year the account is turned over; every second day, at costs of some tenths of a per cent each way. */
    private static final double HIGH_TURNOVER = 180;
    /** Mean share invested. */
    private static final double HARDLY_INVESTED = 0.02;
    /** Share of orders that came to nothing. */
    private static final double MANY_ORDERS = 0.2;
    /** Per year; funds that live on far less are famous. */
    private static final double ABSURD_SHARPE = 5;
    /** Growth per year: eleven-fold. */
    private static final double ABSURD_GROWTH = 11;
    /** Share of ticks. */
    private static final double OFTEN_STALE = 0.01;
    /** Days of lost patience. */
    private static final int MANY_BAD_DAYS = 3;
    /** Share of sales that gained. */
    private static final double RARE_WINS = 0.35;
    /** Fewer independent outcomes decide nothing. */
    private static final double ENOUGH_OUTCOMES = 30;

    private static final double DAYS_A_YEAR = 365;

    public static final List<FindingRule> ALL = List.of(
            new FindingRule(
                    "absurd Sharpe ratio",
                    ALARM,
                    FindingRules::absurdSharpe,
                    "Look for a leak, a price nobody could have got, or a bar used before it ended, and believe nothing until it is found."),
            new FindingRule(
                    "absurd growth",
                    ALARM,
                    FindingRules::absurdGrowth,
                    "Look at the largest sales one by one: a wrong price makes most fortunes on paper."),
            new FindingRule(
                    "lives on optimistic fills",
                    ALARM,
                    FindingRules::optimisticFills,
                    "Do not quote the optimistic figure; trade less often, or where spreads are narrow."),
            new FindingRule(
                    "kill switch",
                    ALARM,
                    FindingRules::stopped,
                    "Read the audit rows in front of it; figures behind it are those of cash."),
            new FindingRule(
                    "loss",
                    WARNING,
                    FindingRules::loss,
                    "Do not trade this; look by horizon whether forecasts or costs lost it."),
            new FindingRule(
                    "worse than holding",
                    WARNING,
                    FindingRules::worseThanHolding,
                    "Holding costs nothing and needs no forecast: there is no reason to trade instead."),
            new FindingRule(
                    "not more than luck",
                    WARNING,
                    FindingRules::luck,
                    "Let it run on hours no trial has seen, and count each further trial."),
            new FindingRule(
                    "overfitted choice",
                    WARNING,
                    FindingRules::overfitted,
                    "Choose by an earlier stretch of time than the one the result is told from."),
            new FindingRule(
                    "luck not told",
                    NOTE,
                    FindingRules::luckNotTold,
                    "Run it as cst backtest, which counts trials, and let others be counted beside it."),
            new FindingRule(
                    "few sales",
                    WARNING,
                    FindingRules::fewSales,
                    "Take a longer span or more pairs before a mean is read from it."),
            new FindingRule(
                    "short span",
                    WARNING,
                    FindingRules::shortSpan,
                    "Take a year or more, with rises, falls and calm in it."),
            new FindingRule(
                    "one pair",
                    WARNING,
                    evidence -> concentrated(evidence, Evidence.Sale::pair, "the pair", MOST_OF_IT),
                    "Leave that pair out and see what remains."),
            new FindingRule(
                    "one month",
                    WARNING,
                    evidence -> concentrated(evidence, Evidence.Sale::month, "the month", MOST_OF_IT),
                    "Leave that month out and see what remains."),
            new FindingRule(
                    "one day",
                    WARNING,
                    evidence -> concentrated(evidence, Evidence.Sale::day, "the day", HALF),
                    "Look at what happened on that day and whether its prices could be had."),
            new FindingRule(
                    "one sale",
                    WARNING,
                    FindingRules::oneSale,
                    "Look at that sale: its price, its volume, its pair's news."),
            new FindingRule(
                    "rare wins",
                    NOTE,
                    FindingRules::rareWins,
                    "Expect long stretches of losses; a few sales more or less decide the result."),
            new FindingRule(
                    "deep fall",
                    WARNING,
                    FindingRules::deepFall,
                    "Ask whether it would have been kept through that fall; lower drawdown.max or sizing in conf/risk.yaml."),
            new FindingRule(
                    "costs eat it",
                    WARNING,
                    FindingRules::costsEatIt,
                    "Trade less often: raise minimumTrade in conf/execution.yaml, or use longer horizons."),
            new FindingRule(
                    "high turnover",
                    WARNING,
                    FindingRules::highTurnover,
                    "Check the fees of that volume, and what the result is at twice the costs."),
            new FindingRule(
                    "hardly invested",
                    NOTE,
                    FindingRules::hardlyInvested,
                    "Ratios of an account that holds cash say little; look at the sales instead."),
            new FindingRule(
                    "assumed fills",
                    NOTE,
                    FindingRules::assumedFills,
                    "Record quotes and state the venue's rules of the pairs in conf/execution.yaml."),
            new FindingRule(
                    "orders cancelled",
                    WARNING,
                    FindingRules::cancelled,
                    "The market was too thin for them: lower sizing.maxWeight or leave thin pairs out."),
            new FindingRule(
                    "orders refused",
                    WARNING,
                    FindingRules::refused,
                    "Look at their reasons: amounts below the venue's minimum ask for more capital or fewer pairs."),
            new FindingRule(
                    "stale prices",
                    WARNING,
                    FindingRules::stalePrices,
                    "Equity of those ticks is a guess; leave pairs out that do not trade every day."),
            new FindingRule(
                    "gaps traded around",
                    NOTE,
                    evidence -> limit(evidence, "data gap", 1, "stood still for want of data"),
                    "Ask whether the same gaps would have come live, and what a position would have done in them."),
            new FindingRule(
                    "bad days",
                    NOTE,
                    evidence ->
                            limit(evidence, "daily loss", MANY_BAD_DAYS, "took no new risk after the loss of a day"),
                    "The limit shapes the result: see what it is without it before it is praised."),
            new FindingRule(
                    "open at the end",
                    NOTE,
                    FindingRules::openAtTheEnd,
                    "Let the run end later, or count what was sold alone."),
            new FindingRule(
                    "forecasts without skill",
                    WARNING,
                    FindingRules::noSkill,
                    "Whatever comes of it comes from elsewhere than the forecasts: from the market's moves, or from luck."),
            new FindingRule(
                    "intervals too narrow",
                    WARNING,
                    FindingRules::narrowIntervals,
                    "Sizes rest on them: expect falls deeper than planned."),
            new FindingRule(
                    "pairs left aside",
                    NOTE,
                    FindingRules::pairsLeftAside,
                    "The result is of the few that were traded, and whether others would have been is not known."));

    private FindingRules() {}

    /** What all rules find, the gravest first, otherwise in their order. */
    public static List<Finding> look(Evidence evidence) {
        return ALL.stream()
                .map(rule -> rule.of(evidence))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private static Optional<String> when(boolean fires, String form, Object... values) {
        return fires ? Optional.of(String.format(Locale.ROOT, form, values)) : Optional.empty();
    }

    private static double percent(double share) {
        return 100 * share;
    }

    private static boolean hasTraded(Evidence evidence) {
        return evidence.trading().fills() > 0;
    }

    private static Optional<String> absurdSharpe(Evidence evidence) {
        double sharpe = evidence.figures().sharpe();
        return when(
                sharpe > ABSURD_SHARPE && evidence.days() >= SHORT_SPAN,
                "A Sharpe ratio of %.1f per year over %.0f days is more than anybody has made by forecasting.",
                sharpe,
                evidence.days());
    }

    private static Optional<String> absurdGrowth(Evidence evidence) {
        double growth = StrictMath.pow(1 + evidence.totalReturn(), DAYS_A_YEAR / evidence.days());
        return when(
                growth > ABSURD_GROWTH && evidence.days() >= SHORT_SPAN, "The account grew %.0f-fold a year.", growth);
    }

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

    private static Optional<String> luck(Evidence evidence) {
        double probability = evidence.figures().deflatedSharpe();
        return when(
                evidence.gain() > 0 && probability < DeflatedSharpe.PROMISING,
                "That its Sharpe ratio is more than the best of all trials by luck has a probability of %.0f %%; %.0f %% are asked for.",
                percent(probability),
                percent(DeflatedSharpe.PROMISING));
    }

    private static Optional<String> overfitted(Evidence evidence) {
        double probability = evidence.figures().overfitting();
        return when(
                probability > BacktestOverfitting.LIMIT,
                "What is best in one half of the time falls below the middle in the other with a probability of %.0f %%; at most %.0f %% are called promising.",
                percent(probability),
                percent(BacktestOverfitting.LIMIT));
    }

    private static Optional<String> luckNotTold(Evidence evidence) {
        return when(
                evidence.gain() > 0
                        && hasTraded(evidence)
                        && Double.isNaN(evidence.figures().deflatedSharpe()),
                "How much of its gain is luck cannot be told: there are no other trials to measure it by.");
    }

    private static Optional<String> fewSales(Evidence evidence) {
        int sales = evidence.sales().size();
        return when(
                hasTraded(evidence) && sales < FEW_SALES,
                "It sold %d times; %d are the least a mean is read from.",
                sales,
                FEW_SALES);
    }

    private static Optional<String> shortSpan(Evidence evidence) {
        return when(hasTraded(evidence) && evidence.days() < SHORT_SPAN, "The span is %.1f days.", evidence.days());
    }

    /** Whether most of the profit has one thing in common, where there are several to have. */
    private static Optional<String> concentrated(
            Evidence evidence, Function<Evidence.Sale, String> common, String what, double most) {
        SortedMap<String, Double> sums = evidence.soldBy(common);
        double sold = evidence.sold();
        if (!(sold > 0) || sums.size() < 2) {
            return Optional.empty();
        }
        Map.Entry<String, Double> best =
                sums.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return when(
                best.getValue() > most * sold,
                "Of a profit of %.2f, %s %s made %.2f; all others together made %.2f.",
                sold,
                what,
                best.getKey(),
                best.getValue(),
                sold - best.getValue());
    }

    private static Optional<String> oneSale(Evidence evidence) {
        double sold = evidence.sold();
        Optional<Evidence.Sale> best = evidence.sales().stream().max(Comparator.comparing(Evidence.Sale::profit));
        return best.flatMap(sale -> when(
                sold > 0 && evidence.sales().size() > 1 && sale.profit().doubleValue() > HALF * sold,
                "Of a profit of %.2f in %d sales, one of %s on %s made %.2f.",
                sold,
                evidence.sales().size(),
                sale.pair(),
                sale.day(),
                sale.profit()));
    }

    private static Optional<String> rareWins(Evidence evidence) {
        long wins = evidence.sales().stream()
                .filter(sale -> sale.profit().signum() > 0)
                .count();
        int sales = evidence.sales().size();
        return when(
                sales >= FEW_SALES && wins < RARE_WINS * sales && evidence.sold() > 0,
                "%d of %d sales gained, and all of them together did.",
                wins,
                sales);
    }

    private static Optional<String> deepFall(Evidence evidence) {
        double fall = evidence.figures().maxDrawdown();
        return when(fall < DEEP_FALL, "It once stood %.1f %% below its peak.", -percent(fall));
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

    private static Optional<String> hardlyInvested(Evidence evidence) {
        double exposure = evidence.figures().exposure();
        return when(
                hasTraded(evidence) && exposure < HARDLY_INVESTED,
                "On average %.1f %% of it were invested.",
                percent(exposure));
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

    private static Optional<String> limit(Evidence evidence, String rule, int most, String what) {
        long hits = evidence.limits().entrySet().stream()
                .filter(hit -> hit.getKey().endsWith(" " + rule))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return when(hasTraded(evidence) && hits >= most, "It %s %d times.", what, hits);
    }

    private static Optional<String> openAtTheEnd(Evidence evidence) {
        return when(
                Math.abs(evidence.unrealised()) > HALF * Math.abs(evidence.gain()),
                "Of a result of %.2f, %.2f are positions that were never sold.",
                evidence.gain(),
                evidence.unrealised());
    }

    private static Optional<String> noSkill(Evidence evidence) {
        Stream<Double> skills = evidence.horizons().values().stream().map(Evidence.Judged::brierSkill);
        boolean isNone = !evidence.horizons().isEmpty() && skills.allMatch(skill -> skill <= 0);
        return when(
                hasTraded(evidence) && isNone,
                "No horizon's probabilities erred less than the base rate (%s).",
                evidence.horizons().entrySet().stream()
                        .map(horizon -> String.format(
                                Locale.ROOT,
                                "%s %.1f %%",
                                horizon.getKey(),
                                percent(horizon.getValue().brierSkill())))
                        .collect(Collectors.joining(", ")));
    }

    private static Optional<String> narrowIntervals(Evidence evidence) {
        List<String> narrow = evidence.horizons().entrySet().stream()
                .filter(horizon -> horizon.getValue().independentOutcomes() >= ENOUGH_OUTCOMES
                        && horizon.getValue().coverageUpper()
                                < horizon.getValue().promised())
                .map(Map.Entry::getKey)
                .toList();
        return when(
                hasTraded(evidence) && !narrow.isEmpty(),
                "Intervals of %s held less than they promised, beyond what so many outcomes leave to chance.",
                String.join(", ", narrow));
    }

    private static Optional<String> pairsLeftAside(Evidence evidence) {
        long sold =
                evidence.sales().stream().map(Evidence.Sale::pair).distinct().count();
        int pairs = evidence.pairs().size();
        return when(sold > 0 && sold < HALF * pairs, "Of %d pairs it sold %d.", pairs, sold);
    }
}
