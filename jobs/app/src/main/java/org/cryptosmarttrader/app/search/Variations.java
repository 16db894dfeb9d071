package org.cryptosmarttrader.app.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.book.ExecutionSettings;
import org.cryptosmarttrader.book.FeeSchedule;
import org.cryptosmarttrader.book.PairRules;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Performance;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.portfolio.Portfolio;
import org.cryptosmarttrader.portfolio.PortfolioSettings;
import org.cryptosmarttrader.serving.findings.Otherwise;
import org.cryptosmarttrader.serving.report.Sensitivity;
import org.cryptosmarttrader.strategy.StrategySettings;

/** One thing at a time otherwise: costs, delay, capital, and each number that sizes a position, somewhat smaller and larger. */
public final class Variations {

    private static final BigDecimal TWICE = BigDecimal.valueOf(2);

    /** How much smaller and larger; far enough to show, near enough that a sound result stands. */
    private static final double[] FACTORS = {0.75, 1.25};

    /** A variation: what the book goes by, and how many ticks later it hears forecasts. */
    private record Variation(String name, Otherwise.Kind kind, BookSettings settings, int delay) {}

    private Variations() {}

    /**
     * Replays a run's book with each.
     *
     * @param own settings of the run
     * @param atOnce replays at a time
     */
    public static Sensitivity of(BookReplay replay, BookSettings own, int atOnce) throws InterruptedException {
        List<Variation> variations = variations(own);
        List<SortedMap<String, SortedMap<Lane, Replayed>>> tried =
                Parallel.map(variations, atOnce, one -> Replayed.of(replay.delayed(one.delay()), one.settings()));
        SortedMap<String, SortedMap<String, List<Otherwise>>> accounts = new TreeMap<>();
        for (int i = 0; i < variations.size(); i++) {
            Variation variation = variations.get(i);
            tried.get(i)
                    .forEach((quote, lanes) ->
                            lanes.forEach((lane, account) -> accounts.computeIfAbsent(quote, absent -> new TreeMap<>())
                                    .computeIfAbsent(lane.name(), absent -> new ArrayList<>())
                                    .add(otherwise(variation, account))));
        }
        return new Sensitivity(accounts);
    }

    private static Otherwise otherwise(Variation variation, Replayed account) {
        Performance performance = Performance.of(account.returns().values(), Horizon.HOURS_PER_YEAR);
        double sharpe = performance.sharpeAnnual();
        return new Otherwise(
                variation.name(),
                variation.kind(),
                performance.totalReturn(),
                Double.isFinite(sharpe) ? sharpe : null,
                performance.maxDrawdown(),
                account.fills());
    }

    private static List<Variation> variations(BookSettings own) {
        List<Variation> variations = new ArrayList<>();
        variations.add(new Variation(
                "fees and slippage doubled",
                Otherwise.Kind.COSTS,
                with(with(own, doubled(own.execution())), doubled(own.pairs())),
                0));
        variations.add(new Variation("every forecast heard a tick later", Otherwise.Kind.DELAY, own, 1));
        variations.add(
                new Variation("ten times the capital", Otherwise.Kind.CAPITAL, with(own, tenfold(own.execution())), 0));
        for (double factor : FACTORS) {
            StrategySettings sizing = own.sizing();
            add(
                    variations,
                    "sizing.kellyFraction",
                    factor,
                    sized(
                            own,
                            sizing.targetVolatility(),
                            Math.min(1, factor * sizing.kellyFraction()),
                            sizing.maxWeight()));
            add(
                    variations,
                    "sizing.targetVolatility",
                    factor,
                    sized(own, factor * sizing.targetVolatility(), sizing.kellyFraction(), sizing.maxWeight()));
            add(
                    variations,
                    "sizing.maxWeight",
                    factor,
                    sized(
                            own,
                            sizing.targetVolatility(),
                            sizing.kellyFraction(),
                            Math.min(1, factor * sizing.maxWeight())));
            add(variations, "portfolio.paybackHours", factor, with(own, paidBack(own.portfolio(), factor)));
            add(variations, "minimumTrade", factor, with(own, traded(own.execution(), factor)));
        }
        return variations;
    }

    private static void add(List<Variation> variations, String key, double factor, BookSettings settings) {
        variations.add(new Variation("%s × %s".formatted(key, factor), Otherwise.Kind.PARAMETER, settings, 0));
    }

    private static BookSettings sized(
            BookSettings own, double targetVolatility, double kellyFraction, double maxWeight) {
        StrategySettings sizing = new StrategySettings(targetVolatility, kellyFraction, maxWeight);
        return new BookSettings(
                own.grid(),
                own.execution(),
                sizing,
                own.strategies().sizedBy(sizing),
                own.portfolio(),
                own.rules(),
                own.pairs());
    }

    private static BookSettings with(BookSettings own, ExecutionSettings execution) {
        return new BookSettings(
                own.grid(), execution, own.sizing(), own.strategies(), own.portfolio(), own.rules(), own.pairs());
    }

    private static BookSettings with(BookSettings own, Portfolio portfolio) {
        return new BookSettings(
                own.grid(), own.execution(), own.sizing(), own.strategies(), portfolio, own.rules(), own.pairs());
    }

    private static BookSettings with(BookSettings own, SortedMap<String, PairRules> pairs) {
        return new BookSettings(
                own.grid(), own.execution(), own.sizing(), own.strategies(), own.portfolio(), own.rules(), pairs);
    }

    private static Portfolio paidBack(Portfolio own, double factor) {
        PortfolioSettings settings = own.settings();
        return new Portfolio(
                own.allocation(),
                new PortfolioSettings(
                        settings.targetVolatility(),
                        factor * settings.paybackHours(),
                        settings.riskAversion(),
                        settings.minimumReturns(),
                        settings.maxAssets(),
                        settings.similar()));
    }

    private static ExecutionSettings traded(ExecutionSettings own, double factor) {
        return execution(own, 1, own.fees(), factor * own.minimumTrade(), own.capital());
    }

    private static ExecutionSettings doubled(ExecutionSettings own) {
        return execution(own, 2, doubled(own.fees()), own.minimumTrade(), own.capital());
    }

    private static ExecutionSettings tenfold(ExecutionSettings own) {
        SortedMap<String, BigDecimal> capital = new TreeMap<>();
        own.capital().forEach((quote, deposit) -> capital.put(quote, deposit.multiply(BigDecimal.TEN)));
        return execution(own, 1, own.fees(), own.minimumTrade(), capital);
    }

    private static ExecutionSettings execution(
            ExecutionSettings own,
            double slippage,
            FeeSchedule fees,
            double minimumTrade,
            SortedMap<String, BigDecimal> capital) {
        return new ExecutionSettings(
                own.latencyMillis(),
                slippage * own.spread(),
                slippage * own.impact(),
                own.participation(),
                own.maxBars(),
                minimumTrade,
                own.costMethod(),
                fees,
                capital,
                own.broker());
    }

    private static SortedMap<String, PairRules> doubled(SortedMap<String, PairRules> own) {
        SortedMap<String, PairRules> doubled = new TreeMap<>();
        own.forEach((pair, rules) -> doubled.put(
                pair,
                new PairRules(
                        rules.lotDecimals(),
                        rules.tickSize(),
                        rules.pairDecimals(),
                        rules.costDecimals(),
                        rules.orderMin(),
                        rules.costMin(),
                        rules.fees() == null ? null : doubled(rules.fees()))));
        return doubled;
    }

    private static FeeSchedule doubled(FeeSchedule own) {
        return new FeeSchedule(doubled(own.taker()), doubled(own.maker()));
    }

    private static List<FeeSchedule.Tier> doubled(List<FeeSchedule.Tier> own) {
        return own.stream()
                .map(tier -> new FeeSchedule.Tier(tier.volume(), tier.percent().multiply(TWICE)))
                .toList();
    }
}
