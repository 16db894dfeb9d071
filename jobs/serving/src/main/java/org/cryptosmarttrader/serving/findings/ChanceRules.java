package org.cryptosmarttrader.serving.findings;

import static org.cryptosmarttrader.serving.findings.Says.hasTraded;
import static org.cryptosmarttrader.serving.findings.Says.percent;
import static org.cryptosmarttrader.serving.findings.Says.when;
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

/** Whether it is more than chance, error or a single piece of luck. */
final class ChanceRules {

    /** Sales; a mean of fewer says little. */
    private static final int FEW_SALES = 30;
    /** Days; a market has more moods than a quarter shows. */
    private static final double SHORT_SPAN = 90;
    /** Share of the profit that hangs on one pair, or on one month. */
    private static final double MOST_OF_IT = 0.8;
    /** Share of the profit that hangs on one day or one sale, and of the pairs that were traded. */
    private static final double HALF = 0.5;
    /** Per year; funds that live on far less are famous. */
    private static final double ABSURD_SHARPE = 5;
    /** Growth per year: eleven-fold. */
    private static final double ABSURD_GROWTH = 11;
    /** Share of sales that gained. */
    private static final double RARE_WINS = 0.35;
    /** Fewer independent outcomes decide nothing. */
    private static final double ENOUGH_OUTCOMES = 30;

    private static final double DAYS_A_YEAR = 365;

    static final List<FindingRule> ALL = List.of(
            new FindingRule(
                    "absurd Sharpe ratio",
                    ALARM,
                    ChanceRules::absurdSharpe,
                    "Look for a leak, a price nobody could have got, or a bar used before it ended, and believe nothing until it is found."),
            new FindingRule(
                    "absurd growth",
                    ALARM,
                    ChanceRules::absurdGrowth,
                    "Look at the largest sales one by one: a wrong price makes most fortunes on paper."),
            new FindingRule(
                    "not more than luck",
                    WARNING,
                    ChanceRules::luck,
                    "Let it run on hours no trial has seen, and count each further trial."),
            new FindingRule(
                    "overfitted choice",
                    WARNING,
                    ChanceRules::overfitted,
                    "Choose by an earlier stretch of time than the one the result is told from."),
            new FindingRule(
                    "luck not told",
                    NOTE,
                    ChanceRules::luckNotTold,
                    "Run it as cst backtest, which counts trials, and let others be counted beside it."),
            new FindingRule(
                    "few sales",
                    WARNING,
                    ChanceRules::fewSales,
                    "Take a longer span or more pairs before a mean is read from it."),
            new FindingRule(
                    "short span",
                    WARNING,
                    ChanceRules::shortSpan,
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
                    ChanceRules::oneSale,
                    "Look at that sale: its price, its volume, its pair's news."),
            new FindingRule(
                    "rare wins",
                    NOTE,
                    ChanceRules::rareWins,
                    "Expect long stretches of losses; a few sales more or less decide the result."),
            new FindingRule(
                    "forecasts without skill",
                    WARNING,
                    ChanceRules::noSkill,
                    "Whatever comes of it comes from elsewhere than the forecasts: from the market's moves, or from luck."),
            new FindingRule(
                    "intervals too narrow",
                    WARNING,
                    ChanceRules::narrowIntervals,
                    "Sizes rest on them: expect falls deeper than planned."),
            new FindingRule(
                    "pairs left aside",
                    NOTE,
                    ChanceRules::pairsLeftAside,
                    "The result is of the few that were traded, and whether others would have been is not known."));

    private ChanceRules() {}

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
