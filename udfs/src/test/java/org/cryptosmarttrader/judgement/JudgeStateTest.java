package org.cryptosmarttrader.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.judgement.Bench.forecast;
import static org.cryptosmarttrader.judgement.Bench.hours;
import static org.cryptosmarttrader.judgement.Bench.outcome;
import static org.cryptosmarttrader.judgement.Bench.prior;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a judge remembers")
class JudgeStateTest {

    private static final List<String> PAIRS =
            List.of("ADA/USD", "BTC/EUR", "BTC/USD", "DOGE/USDT", "ETH/EUR", "ETH/USD", "SOL/USD");
    private static final Prior CARD = prior(0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.1);
    private static final Prior NEXT_CARD = new Prior(0.47, CARD.calibration(), CARD.errors());

    /** A day and night of market life: pairs come and go, labels have gaps, volatility is missing now and then. */
    private static final class Stream {
        private final Random random;

        Stream(long seed) {
            random = new Random(seed);
        }

        List<Outcome> outcomes() {
            List<Outcome> outcomes = new ArrayList<>();
            for (String pair : PAIRS) {
                if (random.nextInt(10) > 0) {
                    outcomes.add(outcome(pair, random.nextInt(20) == 0 ? Double.NaN : 0.02 * random.nextGaussian()));
                }
            }
            return outcomes;
        }

        List<Forecast> forecasts() {
            List<Forecast> forecasts = new ArrayList<>();
            boolean hasModel = random.nextInt(50) > 0;
            for (String pair : PAIRS) {
                if (hasModel && random.nextInt(10) > 0) {
                    double sigma = random.nextInt(30) == 0 ? Double.NaN : 0.01 + 0.02 * random.nextDouble();
                    forecasts.add(forecast(pair, sigma, random.nextGaussian(), random.nextDouble()));
                }
            }
            return forecasts;
        }

        boolean oneIn(int n) {
            return random.nextInt(n) == 0;
        }
    }

    @ParameterizedTest(name = "{0} h, seed {1}")
    @CsvSource({"1, 1", "1, 2", "24, 3", "168, 4"})
    void gives_the_same_verdicts_after_any_restart(int horizon, long seed) {
        Bench running = new Bench(horizon);
        Bench restarted = new Bench(horizon);
        Stream stream = new Stream(seed);
        for (int hour = 0; hour < 2_100; hour++) {
            if (stream.oneIn(40)) {
                restarted = restarted.restarted();
            }
            // ticks are left out now and then, models change
            if (stream.oneIn(100)) {
                continue;
            }
            Prior card = hour < 1_000 ? CARD : NEXT_CARD;
            List<Outcome> outcomes = stream.outcomes();
            List<Forecast> forecasts = stream.forecasts();

            List<Verdict> expected = running.tick(hours(hour), outcomes, forecasts, card);

            assertThat(restarted.tick(hours(hour), outcomes, forecasts, card))
                    .as("verdicts of hour %d", hour)
                    .isEqualTo(expected);
        }
        assertThat(restarted.fingerprint()).isEqualTo(running.fingerprint());
        assertThat(running.state().independentOutcomes()).isPositive();
    }

    @Test
    void does_not_depend_on_the_order_in_which_the_outcomes_of_an_instant_come() {
        Bench sorted = new Bench(1);
        Bench shuffled = new Bench(1);
        Stream stream = new Stream(7);
        Random order = new Random(8);
        for (int hour = 0; hour < 500; hour++) {
            List<Outcome> outcomes = stream.outcomes();
            List<Outcome> others = new ArrayList<>(outcomes);
            Collections.shuffle(others, order);
            List<Forecast> forecasts = stream.forecasts();

            sorted.tick(hours(hour), outcomes, forecasts, CARD);
            shuffled.tick(hours(hour), others, forecasts, CARD);

            assertThat(shuffled.fingerprint()).as("state of hour %d", hour).isEqualTo(sorted.fingerprint());
        }
    }

    @Test
    void shares_nothing_with_its_copy() {
        Bench bench = new Bench(1);
        Stream stream = new Stream(9);
        for (int hour = 0; hour < 100; hour++) {
            bench.tick(hours(hour), stream.outcomes(), stream.forecasts(), CARD);
        }
        JudgeState copy = bench.state().copy();
        byte[] before = RoundTrip.bytes(copy::write);
        assertThat(before).isEqualTo(RoundTrip.bytes(bench.state()::write));

        for (int hour = 100; hour < 150; hour++) {
            bench.tick(hours(hour), stream.outcomes(), stream.forecasts(), CARD);
        }

        assertThat(RoundTrip.bytes(copy::write)).isEqualTo(before).isNotEqualTo(RoundTrip.bytes(bench.state()::write));
    }
}
