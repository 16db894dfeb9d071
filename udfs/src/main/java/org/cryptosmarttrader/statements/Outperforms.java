package org.cryptosmarttrader.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Symbols;

/**
 * That a return is above the median return of the pairs of its quote currency whose outcome is known, its own among them.
 * Equal is not above. The size is the distance from the median, both in units of each pair's own volatility.
 */
public record Outperforms() implements Statement {

    static final String NAME = "outperforms";

    /** Of fewer pairs the median is one of them or lies between two. */
    static final int FEWEST_PAIRS = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String meaning() {
        return "the return is above the median of the pairs of its quote currency";
    }

    @Override
    public List<Answer> answers(List<RealisedReturn> outcomes) {
        Map<String, Market> markets = new TreeMap<>();
        outcomes.stream().filter(outcome -> !Double.isNaN(outcome.value())).forEach(outcome -> markets.computeIfAbsent(
                        quote(outcome), absent -> new Market())
                .add(outcome));
        Map<String, Medians> medians = new TreeMap<>();
        markets.forEach((quote, market) -> medians.put(quote, market.medians()));
        return outcomes.stream()
                .map(outcome -> answer(outcome, medians.getOrDefault(quote(outcome), Medians.UNKNOWN)))
                .toList();
    }

    private static String quote(RealisedReturn outcome) {
        return Symbols.quote(outcome.pair());
    }

    private static Answer answer(RealisedReturn outcome, Medians medians) {
        return Double.isNaN(outcome.value() + medians.value())
                ? Answer.MISSING
                : Answer.of(outcome.value() > medians.value(), outcome.scaled() - medians.scaled());
    }

    /** Medians of the returns of a market, and of those in units of volatility; NaN if there are too few. */
    private record Medians(double value, double scaled) {
        private static final Medians UNKNOWN = new Medians(Double.NaN, Double.NaN);
    }

    /** The known outcomes of one quote currency. */
    private static final class Market {
        private final List<Double> values = new ArrayList<>();
        private final List<Double> scaled = new ArrayList<>();

        void add(RealisedReturn outcome) {
            values.add(outcome.value());
            if (!Double.isNaN(outcome.scaled())) {
                scaled.add(outcome.scaled());
            }
        }

        Medians medians() {
            return values.size() < FEWEST_PAIRS ? Medians.UNKNOWN : new Medians(median(values), median(scaled));
        }
    }

    /** The middle one, or the mean of the two in the middle; NaN of none. */
    private static double median(List<Double> numbers) {
        if (numbers.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
