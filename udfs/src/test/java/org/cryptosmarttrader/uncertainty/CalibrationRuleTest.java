package org.cryptosmarttrader.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import org.cryptosmarttrader.domain.Horizon;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The calibration of a horizon")
class CalibrationRuleTest {

    @ParameterizedTest(name = "{0} h, window filling for {1} weeks: {2}")
    @CsvSource({
        "1,   0,    platt",
        "1,   12,   platt",
        "24,  0,    climatology-shrink",
        "24,  60,   climatology-shrink",
        "168, 51.9, climatology-shrink",
        "168, NaN,  climatology-shrink",
        "168, 52,   platt",
        "720, 51.9, climatology-shrink",
        "720, 52,   platt",
    })
    void is_of_the_kind_its_evidence_supports(int hours, double weeksHeld, String kind) {
        Calibration fitted = rule(hours).fit(new OutcomeHistogram(), weeksHeld, 0.52);

        assertThat(fitted.kind()).isEqualTo(kind);
    }

    @Test
    void keeps_a_quarter_of_the_opinion_at_a_day_and_none_of_it_beyond() {
        assertThat(rule(24).fit(new OutcomeHistogram(), 12, 0.52)).isEqualTo(new ClimatologyShrink(0.52, 0.25));
        assertThat(rule(720).fit(new OutcomeHistogram(), 12, 0.52)).isEqualTo(new ClimatologyShrink(0.52, 0));
    }

    @Test
    void fits_the_outcomes_with_the_weight_of_its_horizon() {
        OutcomeHistogram outcomes = new OutcomeHistogram();
        outcomes.add(0.8, false);

        assertThat(rule(168).fit(outcomes, 52, 0.5))
                .isEqualTo(PlattPrior.of(168).fit(outcomes));
    }

    @Test
    void looks_back_twelve_weeks_up_to_a_day_and_a_year_beyond() {
        assertThat(rule(1).windowWeeks()).isEqualTo(12);
        assertThat(rule(24).windowWeeks()).isEqualTo(12);
        assertThat(rule(168).windowWeeks()).isEqualTo(52);
        assertThat(rule(720).windowWeeks()).isEqualTo(52);
    }

    @Test
    void is_the_card_s_until_thirty_independent_outcomes_have_come() {
        Calibration ofCard = new PlattMap(0.1, 0.9);
        Calibration fitted = new PlattMap(0, 0.5);

        assertThat(rule(1).choose(ofCard, 29.9, fitted)).isEqualTo(ofCard);
        assertThat(rule(1).choose(ofCard, 30, fitted)).isEqualTo(fitted);
        assertThat(rule(1).choose(ofCard, Double.NaN, fitted)).isEqualTo(ofCard);
    }

    private static CalibrationRule rule(int hours) {
        return new CalibrationRule(new Horizon(hours), hours);
    }
}
