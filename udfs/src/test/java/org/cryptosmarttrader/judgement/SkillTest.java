package org.cryptosmarttrader.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The skill of a window")
class SkillTest {

    private static List<ProbabilityScores.Decision> decisions(int n, double lead) {
        SplittableRandom random = new SplittableRandom(3);
        List<ProbabilityScores.Decision> decisions = new ArrayList<>();
        for (int bar = 0; bar < n; bar++) {
            double noise = 0.05 * random.nextGaussian();
            decisions.add(new ProbabilityScores.Decision(bar, 0.25 - lead + noise, 0.25));
        }
        return decisions;
    }

    @Test
    void is_one_less_the_quotient_of_the_brier_scores() {
        Skill skill = Skill.of(
                List.of(new ProbabilityScores.Decision(5, 0.2, 0.25), new ProbabilityScores.Decision(6, 0.6, 0.75)),
                1,
                24);

        assertThat(skill.value()).isCloseTo(0.2, within(1e-12));
        assertThat(skill.lower()).isCloseTo(0.2, within(1e-12));
        assertThat(skill.independentOutcomes()).isEqualTo(2);
    }

    @Test
    void lies_surely_above_nothing_if_forecasts_are_better_hour_after_hour() {
        Skill skill = Skill.of(decisions(1_000, 0.025), 1, 24);

        assertThat(skill.value()).isCloseTo(0.1, within(0.02));
        assertThat(skill.lower()).isBetween(0.05, skill.value());
        assertThat(skill.upper()).isBetween(skill.value(), 0.15);
    }

    @Test
    void cannot_be_told_from_nothing_if_there_is_none() {
        Skill skill = Skill.of(decisions(1_000, 0), 1, 24);

        assertThat(skill.lower()).isNegative();
        assertThat(skill.upper()).isPositive();
    }

    @Test
    void counts_outcomes_that_overlap_by_the_time_they_cover() {
        assertThat(Skill.of(decisions(240, 0), 24, 24).independentOutcomes()).isEqualTo(10);
    }

    @Test
    void is_drawn_as_the_bootstrap_of_the_report_draws() {
        double[] above = decisions(300, 0.01).stream()
                .mapToDouble(ProbabilityScores.Decision::ofForecast)
                .toArray();
        double[] below = decisions(300, 0.01).stream()
                .mapToDouble(ProbabilityScores.Decision::ofClimatology)
                .toArray();
        StationaryBootstrap bootstrap = new StationaryBootstrap(24, 200, 5);

        StationaryBootstrap.Interval laidOut = bootstrap.interval(300, occurrences -> {
            double sum = 0;
            double of = 0;
            for (int i = 0; i < 300; i++) {
                sum += occurrences[i] * above[i];
                of += occurrences[i] * below[i];
            }
            return sum / of;
        });
        StationaryBootstrap.Interval inOnePass = bootstrap.ratioOfSums(above, below);

        assertThat(inOnePass.lower()).isCloseTo(laidOut.lower(), within(1e-12));
        assertThat(inOnePass.upper()).isCloseTo(laidOut.upper(), within(1e-12));
    }

    @Test
    void is_unknown_without_an_outcome_and_survives_a_checkpoint() {
        assertThat(Skill.of(List.of(), 1, 24)).isEqualTo(Skill.UNKNOWN);
        Skill skill = Skill.of(decisions(100, 0.01), 1, 24);
        assertThat(RoundTrip.of(skill::write, Skill::read)).isEqualTo(skill);
    }
}
