package org.cryptosmarttrader.features.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hidden states of the market")
class HiddenMarkovTest {

    private static final HiddenState CALM = new HiddenState(0.7, 0.001, 0.005, List.of(0.95, 0.05));
    private static final HiddenState STORM = new HiddenState(0.3, -0.002, 0.02, List.of(0.1, 0.9));
    private static final HiddenMarkovModel LONG_AGO =
            new HiddenMarkovModel(TickGrid.HOUR, -2, -1, List.of(CALM, STORM));

    @Test
    void are_filtered_as_in_the_golden_vector() {
        Golden golden = Golden.vector("H7-");
        HiddenMarkovFilter filter = new HiddenMarkovFilter(model(golden.inputs()));
        JsonNode expected = golden.outputs().get("filtered");
        int step = 0;
        for (JsonNode seen : golden.inputs().get("obs")) {
            filter.take(Golden.number(seen));
            for (int state = 0; state < 2; state++) {
                golden.check(
                        "filtered",
                        filter.probability(state),
                        expected.get(step).get(state).asDouble());
            }
            step++;
        }

        assertThat(step).isEqualTo(5);
        golden.check("logLikelihood", filter.logLikelihood());
    }

    @Test
    void are_known_after_a_return_beyond_all_measure() {
        HiddenMarkovFilter filter = new HiddenMarkovFilter(LONG_AGO);
        filter.take(5);

        assertThat(filter.probability(1)).isEqualTo(1);
        assertThat(filter.logLikelihood()).isFinite();
    }

    @Test
    void are_stormy_after_a_month_of_great_returns_and_calm_after_one_of_small() {
        assertThat(new StormProbability(LONG_AGO).value(Tape.of(zigzag(0.03)).decidedOn(720)))
                .isGreaterThan(0.99);
        assertThat(new StormProbability(LONG_AGO).value(Tape.of(zigzag(0.001)).decidedOn(720)))
                .isLessThan(0.1);
    }

    @Test
    void are_told_only_behind_the_span_they_were_fitted_on() {
        long end = 721 * TickGrid.HOUR;
        Tape tape = Tape.of(zigzag(0.01));

        assertThat(storm(TickGrid.HOUR, end).value(tape.decidedOn(720))).isNaN();
        assertThat(storm(TickGrid.HOUR, end - 1).value(tape.decidedOn(720))).isBetween(0.0, 1.0);
        assertThat(storm(TickGrid.DAY, 1).value(tape.decidedOn(720))).isNaN();
    }

    @Test
    void belong_to_the_fingerprint() {
        assertThat(storm(TickGrid.HOUR, 1).parameters())
                .isEqualTo(storm(TickGrid.HOUR, 1).parameters())
                .isNotEqualTo(storm(TickGrid.HOUR, 2).parameters())
                .contains(Double.toHexString(0.02));
    }

    @Test
    void must_be_a_model() {
        HiddenState leaky = new HiddenState(0.3, 0, 0.02, List.of(0.1, 0.8));

        assertThatThrownBy(() -> model(CALM, leaky))
                .hasMessage("hidden Markov model: transitions of state 2 are [0.1, 0.8],"
                        + " need 2 probabilities that sum to 1");
        assertThatThrownBy(() -> model(STORM, CALM))
                .hasMessage("hidden Markov model: state 2 deviates less than the one before it");
        assertThatThrownBy(() -> model(CALM)).hasMessage("hidden Markov model: 1 states, needs 2 or 3");
        assertThatThrownBy(() -> new HiddenState(1, 0, 0, List.of()))
                .hasMessage("hidden state: deviation is 0.0, needs to be above 0");
    }

    private static StormProbability storm(long interval, long fittedUntil) {
        return new StormProbability(new HiddenMarkovModel(interval, 0, fittedUntil, List.of(CALM, STORM)));
    }

    private static HiddenMarkovModel model(HiddenState... states) {
        return new HiddenMarkovModel(TickGrid.HOUR, 0, 1, List.of(states));
    }

    private static HiddenMarkovModel model(JsonNode inputs) {
        List<HiddenState> states = new ArrayList<>();
        for (int i = 0; i < inputs.get("pi").size(); i++) {
            states.add(new HiddenState(
                    inputs.get("pi").get(i).asDouble(),
                    inputs.get("mu").get(i).asDouble(),
                    inputs.get("sigma").get(i).asDouble(),
                    DoubleStream.of(Golden.numbers(inputs.get("A").get(i)))
                            .boxed()
                            .toList()));
        }
        return model(states.toArray(HiddenState[]::new));
    }

    /** 721 bars up and down by a log return. */
    private static Tape.Bar[] zigzag(double logReturn) {
        Tape.Bar[] bars = new Tape.Bar[721];
        for (int hour = 0; hour < bars.length; hour++) {
            bars[hour] = Tape.at(100 * StrictMath.exp(hour % 2 * logReturn));
        }
        return bars;
    }
}
