package org.cryptosmarttrader.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.judgement.Bench.forecast;
import static org.cryptosmarttrader.judgement.Bench.hours;
import static org.cryptosmarttrader.judgement.Bench.outcome;
import static org.cryptosmarttrader.judgement.Bench.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.cryptosmarttrader.uncertainty.Coverage;
import org.cryptosmarttrader.uncertainty.WilsonInterval;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Worlds whose truth is known, drawn from a seed. A share of n independent draws strays by √(0.8 · 0.2 / n); every bound
 * here is four of these or more, so that only a fault breaks it.
 */
@DisplayName("A judge in a world whose truth is known")
class PlantedTruthTest {

    private static final List<String> PAIRS =
            List.of("A/USD", "B/USD", "BTC/USD", "C/USD", "D/USD", "E/USD", "F/USD", "G/USD");
    /** Far too sure: intervals of a tenth of the width needed. */
    private static final Prior BOASTFUL = prior(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);

    private static final int WEEK = 168;

    private final Random random = new Random(2022);

    /** Verdicts of the last ticks that were kept, with what became of them. */
    private record Met(Verdict verdict, double outcome) {}

    /**
     * Lives through some hours: outcome = sigma · (expected + noise), a standard normal times {@code noise} of the hour.
     *
     * @return the verdicts from {@code from} on
     */
    private List<Met> live(Bench bench, int horizon, int until, int from, IntToDoubleFunction noise) {
        List<List<Outcome>> futures = new ArrayList<>();
        List<Met> met = new ArrayList<>();
        for (int hour = 0; hour < until; hour++) {
            List<Forecast> forecasts = new ArrayList<>();
            List<Outcome> future = new ArrayList<>();
            for (String pair : PAIRS) {
                double sigma = 0.005 + 0.02 * random.nextDouble();
                double expected = 0.5 * random.nextGaussian();
                double value = sigma * (expected + noise.applyAsDouble(hour) * random.nextGaussian());
                forecasts.add(forecast(pair, sigma, expected, overconfident(expected)));
                future.add(outcome(pair, value));
            }
            List<Outcome> matured = hour < horizon ? List.of() : futures.get(hour - horizon);
            List<Verdict> verdicts = bench.tick(hours(hour), matured, forecasts, BOASTFUL);
            for (int i = 0; hour >= from && i < PAIRS.size(); i++) {
                met.add(new Met(verdicts.get(i), future.get(i).label().value()));
            }
            futures.add(future);
        }
        return met;
    }

    /** The logit of the true probability is about 1.6 · expected; the model shouts it three times as loud. */
    private static double overconfident(double expected) {
        return 1 / (1 + StrictMath.exp(-4.8 * expected));
    }

    private static double share(List<Met> met, java.util.function.Predicate<Met> test) {
        return (double) met.stream().filter(test).count() / met.size();
    }

    @Test
    void keeps_its_promise_of_four_in_five_whatever_the_card_promised() {
        Bench bench = new Bench(1);
        List<Met> met = live(bench, 1, 14 * WEEK, 2 * WEEK, hour -> 1);

        assertThat(share(met, one -> one.verdict().interval().contains(one.outcome())))
                .isBetween(0.785, 0.815);
        // the first month holds the day on which only the card was known; later months stand for themselves
        assertThat(bench.state().coverage().subList(1, 3))
                .allSatisfy(month -> assertThat(month.share()).isBetween(0.778, 0.822))
                .noneMatch(Coverage::alarm);
        assertThat(met.get(met.size() - 1).verdict().isValidated()).isTrue();
    }

    @Test
    void makes_intervals_no_wider_than_the_promise_needs() {
        List<Met> met = live(new Bench(1), 1, 4 * WEEK, 3 * WEEK, hour -> 1);

        // ± 1.2816 sigma holds four in five of a normal distribution
        double width = met.stream()
                .mapToDouble(one -> one.verdict().interval().width()
                        / one.verdict().forecast().sigma())
                .average()
                .orElseThrow();
        assertThat(width).isBetween(2 * 1.2816 * 0.95, 2 * 1.2816 * 1.05);
    }

    @Test
    void keeps_its_promise_when_the_world_becomes_twice_as_wild() {
        List<Met> met = live(new Bench(1), 1, 8 * WEEK, 4 * WEEK, hour -> hour < 4 * WEEK ? 1 : 2);

        // without adapting, ± 1.2816 of 2 holds 0.478, and would for weeks: the window holds twelve
        List<Met> firstDay = met.subList(0, 24 * PAIRS.size());
        assertThat(share(firstDay, one -> one.verdict().interval().contains(one.outcome())))
                .isLessThan(0.75);
        List<Met> fromThirdDay = met.subList(48 * PAIRS.size(), met.size());
        assertThat(share(fromThirdDay, one -> one.verdict().interval().contains(one.outcome())))
                .isBetween(0.78, 0.82);
    }

    @Test
    void keeps_its_promise_at_a_day_where_labels_overlap_and_mature_late() {
        // a card that boasted for a month took alpha down to 1/11; at 0.05/24 an hour it comes back in 20 days by two
        // thirds
        List<Met> met = live(new Bench(24), 24, 20 * WEEK, 12 * WEEK, hour -> 1);

        assertThat(share(met, one -> one.verdict().interval().contains(one.outcome())))
                .isBetween(0.78, 0.82);
    }

    @Test
    void says_probabilities_that_come_true_though_the_model_boasts() {
        List<Met> met = live(new Bench(1), 1, 8 * WEEK, 4 * WEEK, hour -> 1);

        for (double low = 0.1; low < 0.9; low += 0.1) {
            double from = low;
            List<Met> bin = met.stream()
                    .filter(one -> one.verdict().pUp() >= from && one.verdict().pUp() < from + 0.1)
                    .toList();
            double said = bin.stream()
                    .mapToDouble(one -> one.verdict().pUp())
                    .average()
                    .orElseThrow();
            // 0.01 besides chance: a normal distribution is no logistic one
            WilsonInterval true95 = WilsonInterval.of(share(bin, one -> one.outcome() > 0), bin.size() / 4.0);
            assertThat(said)
                    .as("probabilities about %.2f, %d of them", said, bin.size())
                    .isBetween(true95.lower() - 0.01, true95.upper() + 0.01);
        }
        assertThat(share(met, one -> one.verdict().forecast().pUp() > 0.9))
                .as("share of forecasts that boasted")
                .isGreaterThan(0.1);
    }
}
