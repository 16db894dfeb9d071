package org.cryptosmarttrader.serving.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.evaluation.Promotion.Decision;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The challengers of a run")
class ChallengesTest {

    @TempDir
    private Path folder;

    private final RowBuilder forecasts = new RowBuilder(Datasets.FORECASTS);
    private final RowBuilder labels = new RowBuilder(Datasets.LABELS);

    private static long hour(int hour) {
        return hour * TickGrid.HOUR + 5_000;
    }

    /** @param ofRise what it says of a rise in even hours; of odd hours it says the opposite */
    private void forecasts(String role, String model, int from, int until, double ofRise) {
        forecasts(role, model, "up", from, until, ofRise);
    }

    private void forecasts(String role, String model, String statement, int from, int until, double ofRise) {
        for (int hour = from; hour < until; hour++) {
            forecasts
                    .row()
                    .set(0, hour(hour))
                    .set(1, "BTC/USD")
                    .set(2, "1h")
                    .set(3, statement.equals("up") ? "forest" : statement)
                    .set(4, model)
                    .set(5, "v-" + model)
                    .set(8, 0.5)
                    .set(10, hour % 2 == 0 ? ofRise : 1 - ofRise)
                    .set(15, "")
                    .set(16, "")
                    .set(17, role)
                    .set(18, statement);
        }
    }

    /** It rises in even hours and falls in odd ones. */
    private List<Challenge> challenges(int hours) throws IOException {
        for (int hour = 0; hour < hours; hour++) {
            labels.row()
                    .set(0, hour(hour))
                    .set(1, "BTC/USD")
                    .set(2, "1h")
                    .set(3, hour(hour + 1))
                    .set(4, hour % 2 == 0 ? 0.01 : -0.01)
                    .set(5, hour % 2 == 0 ? 0.5 : -3)
                    .set(6, "OK");
        }
        RunScene run = new RunScene(folder, "run", new FeatureCatalog(List.of(), List.of()), hour(hours));
        run.write(Datasets.FORECASTS, forecasts.build()).write(Datasets.LABELS, labels.build());
        return Challenges.of(run.folder());
    }

    @Test
    void are_compared_over_the_rows_that_both_forecast() throws IOException {
        forecasts("champion", "old", 0, 100, 0.5);
        forecasts("challenger", "new", 60, 100, 0.6);

        Challenge challenge = challenges(100).get(0);

        assertThat(challenge.rows()).isEqualTo(40);
        assertThat(challenge.independentOutcomes()).isEqualTo(40);
        assertThat(challenge.championBrier()).isCloseTo(0.25, within(1e-12));
        assertThat(challenge.challengerBrier()).isCloseTo(0.16, within(1e-12));
        assertThat(challenge.difference()).isCloseTo(-0.09, within(1e-12));
        assertThat(challenge.decision()).isEqualTo(Decision.PROMOTED);
        assertThat(challenge.challenger()).isEqualTo(new Challenge.Model("v-new", "new"));
    }

    @Test
    void are_those_of_now_beside_the_champion_of_now() throws IOException {
        forecasts("champion", "older", 0, 50, 0.1);
        forecasts("champion", "old", 50, 100, 0.5);
        forecasts("challenger", "tried", 0, 40, 0.9);
        forecasts("challenger", "new", 40, 100, 0.4);

        List<Challenge> challenges = challenges(100);

        assertThat(challenges).hasSize(1);
        assertThat(challenges.get(0).rows()).isEqualTo(50);
        assertThat(challenges.get(0).champion().forest()).isEqualTo("old");
        assertThat(challenges.get(0).decision()).isEqualTo(Decision.NOT_BETTER);
    }

    @Test
    void are_no_challengers_any_more_once_they_are_champions() throws IOException {
        forecasts("champion", "old", 0, 50, 0.5);
        forecasts("challenger", "new", 0, 50, 0.6);
        forecasts("champion", "new", 50, 100, 0.6);

        assertThat(challenges(100)).isEmpty();
    }

    @Test
    void come_back_as_challengers_by_the_same_rule() throws IOException {
        forecasts("champion", "old", 0, 50, 0.6);
        forecasts("champion", "new", 50, 100, 0.5);
        forecasts("challenger", "old", 50, 100, 0.6);

        Challenge rollback = challenges(100).get(0);

        assertThat(rollback.champion().forest()).isEqualTo("new");
        assertThat(rollback.challenger().forest()).isEqualTo("old");
        assertThat(rollback.isPromoted()).isTrue();
    }

    @Test
    void to_the_model_of_a_statement_are_compared_by_whether_it_came_true() throws IOException {
        // falls are of three standard deviations, rises of half of one
        forecasts("champion", "old", "beyond_1", 0, 100, 0.5);
        forecasts("challenger", "new", "beyond_1", 0, 100, 0.4);

        Challenge challenge = challenges(100).get(0);

        assertThat(challenge.member()).isEqualTo("beyond_1");
        assertThat(challenge.challengerBrier()).isCloseTo(0.16, within(1e-12));
        assertThat(challenge.decision()).isEqualTo(Decision.PROMOTED);
    }

    @Test
    void that_met_no_outcome_decide_nothing() throws IOException {
        forecasts("champion", "old", 0, 10, 0.5);
        forecasts("challenger", "new", 9, 10, 0.6);

        Challenge challenge = challenges(9).get(0);

        assertThat(challenge.rows()).isZero();
        assertThat(challenge.championBrier()).isNull();
        assertThat(challenge.decision()).isEqualTo(Decision.TOO_FEW_OUTCOMES);
    }
}
