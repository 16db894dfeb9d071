package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The words of a report")
class WordsTest {

    private static String coverage(double realised, double lower, double upper, double independent) {
        return Words.coverage(
                new CoverageReport(0.8, realised, lower, upper, 500, independent, List.of(), new TreeMap<>()));
    }

    private static ForestUse forest(double climatology) {
        return new ForestUse("f", "forest", "v", "", "", "", "", 1, climatology);
    }

    /** Probabilities that are the base rate, of which half came true. */
    private static List<String> skill(double... climatologies) {
        OutcomeScores scores = new OutcomeScores(Horizon.parse("1h"), new TickGrid(TickGrid.HOUR, 5_000));
        for (int up = 1; up >= 0; up--) {
            double[] row = new double[OutcomeScores.Column.values().length];
            row[OutcomeScores.Column.PROBABILITY.ordinal()] = climatologies[0];
            row[OutcomeScores.Column.CLIMATOLOGY.ordinal()] = climatologies[0];
            row[OutcomeScores.Column.UP.ordinal()] = up;
            scores.add((10 - up) * TickGrid.HOUR, row);
        }
        List<ForestUse> forests =
                DoubleStream.of(climatologies).mapToObj(WordsTest::forest).toList();
        return Words.skill(SkillReport.of(scores.table()), 100, forests);
    }

    @ParameterizedTest(name = "held {0}, truly {1} to {2}, by {3} outcomes")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.457 | 0.05 | 0.94 |  1.7 | Whether the promise is kept cannot be told yet: that takes at least 30 independent outcomes.",
                "0.300 | 0.16 | 0.49 | 29.9 | Whether the promise is kept cannot be told yet: that takes at least 30 independent outcomes.",
                "0.791 | 0.67 | 0.87 | 63.1 | The promise is kept, as far as so many outcomes can tell.",
                "0.500 | 0.40 | 0.60 | 90.0 | The promise is broken: they were too narrow.",
                "0.950 | 0.89 | 0.98 | 90.0 | The promise is more than kept: they were wider than needed.",
            })
    void tell_of_a_promise_only_what_so_many_outcomes_can(
            double realised, double lower, double upper, double independent, String verdict) {
        assertThat(coverage(realised, lower, upper, independent)).endsWith(". " + verdict);
    }

    @Test
    void name_a_training_that_held_one_side_only() {
        assertThat(skill(1, 1))
                .startsWith(
                        "The labels its forests were trained on held only rises: they could not learn what else there is.",
                        "No better than the base rate: after such a training there is nothing else to say.");
        assertThat(skill(0).get(0)).contains("held only falls");
    }

    @Test
    void blame_no_training_that_held_both_sides() {
        assertThat(skill(0.5, 1).get(0)).startsWith("No better than the base rate: calibration let");
    }
}
