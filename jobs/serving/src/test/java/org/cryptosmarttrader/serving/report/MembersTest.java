package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The models of a horizon side by side")
class MembersTest {

    private static final long TRAINED = RunScene.hour(-2);

    @TempDir
    private Path folder;

    private RunScene scene() {
        return new RunScene(folder);
    }

    private JsonNode report(RunScene scene) throws IOException {
        BacktestReport.write(scene.sealed());
        return Json.mapper().readTree(folder.resolve(BacktestReport.JSON).toFile());
    }

    /** Two hours, the first rose, the second fell. */
    private RunScene twoHours() {
        return scene().forecast(0, "forest", "champion", "f1", 0.5, TRAINED, 0.7)
                .forecast(1, "forest", "champion", "f1", 0.5, TRAINED, 0.4)
                .forecast(0, "boosted", "champion", "b1", 0.5, TRAINED, 0.9)
                .forecast(1, "boosted", "champion", "b1", 0.5, TRAINED, Double.NaN)
                .forecast(1, "forest", "challenger", "f2", 0.6, TRAINED, 0.1)
                .verdict(0, "f1", 0.55, "REFUSED", "CONFIDENCE", "")
                .verdict(1, "f1", 0.55, "REFUSED", "CONFIDENCE", "", 0.3, 0.75)
                .label(0, 0.01, 110)
                .label(1, -0.02, 99);
    }

    @Test
    void are_judged_if_verdicts_name_them() throws IOException {
        JsonNode report = report(twoHours());

        assertThat(report.at("/horizons/1h/forests").findValuesAsText("forest")).containsExactly("f1");
        assertThat(report.at("/horizons/1h/forests/0/rows").asLong()).isEqualTo(2);
        assertThat(report.at("/walkForward/distinctForests/1h").asInt()).isEqualTo(1);
        assertThat(report.at("/horizons/1h/members/each").findValuesAsText("member"))
                .containsExactly("boosted", "forest", "forest");
        assertThat(report.at("/horizons/1h/members/each").findValuesAsText("role"))
                .containsExactly("champion", "champion", "challenger");
        assertThat(report.at("/horizons/1h/members/each").findValuesAsText("judged"))
                .containsExactly("false", "true", "false");
    }

    @Test
    void are_scored_as_they_said_it() throws IOException {
        JsonNode each = report(twoHours()).at("/horizons/1h/members/each");

        assertThat(each.at("/1/scores/matured").asLong()).isEqualTo(2);
        assertThat(each.at("/1/scores/brier").asDouble()).isCloseTo((0.09 + 0.16) / 2, within(1e-12));
        assertThat(each.at("/1/scores/brierSkill").asDouble()).isCloseTo(1 - 0.125 / 0.25, within(1e-12));
        assertThat(each.at("/1/scores/auc").asDouble()).isEqualTo(1);
        assertThat(each.at("/2/scores/brier").asDouble()).isCloseTo(0.01, within(1e-12));
        assertThat(each.at("/2/scores/climatologyBrier").asDouble()).isCloseTo(0.36, within(1e-12));
        assertThat(each.at("/2/scores/auc").isNull()).isTrue();
    }

    @Test
    void are_silent_where_they_abstain_and_where_they_failed() throws IOException {
        RunScene scene = twoHours()
                .forecast(0, "logistic", "champion", "l1", 0.5, TRAINED, 0.5)
                // the file of the next one was changed: a verdict, and no forecast of it
                .forecast(2, "forest", "champion", "f1", 0.5, TRAINED, 0.5)
                .verdict(2, "f1", 0.5, "REFUSED", "CONFIDENCE", "");

        JsonNode each = report(scene).at("/horizons/1h/members/each");

        assertThat(each.at("/0/silent").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(each.at("/1/silent").asDouble()).isZero();
        assertThat(each.at("/2/silent").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        // asked at hour 1 only, before and behind it there was none
        assertThat(each.at("/3/silent").asDouble()).isZero();
    }

    @Test
    void are_those_of_the_direction_alone_but_every_model_is_audited() throws IOException {
        JsonNode report = report(twoHours().forecast(0, "beyond_1", "champion", "s1", 0.3, TRAINED, 0.2, "beyond_1"));

        assertThat(report.at("/horizons/1h/members/each").findValuesAsText("member"))
                .containsExactly("boosted", "forest", "forest");
        assertThat(report.at("/walkForward/distinctForests/1h").asInt()).isOne();
        assertThat(report.at("/walkForward/rowsChecked").asLong()).isEqualTo(6);
    }

    @Test
    void vote_and_their_vote_is_scored_beside_them() throws IOException {
        JsonNode ensemble = report(twoHours()).at("/horizons/1h/members/ensemble");

        assertThat(ensemble.get("verdicts").asLong()).isEqualTo(2);
        assertThat(ensemble.get("abstained").asDouble()).isEqualTo(0.5);
        assertThat(ensemble.get("agreement").asDouble()).isEqualTo(0.75);
        assertThat(ensemble.at("/scores/matured").asLong()).isEqualTo(1);
        assertThat(ensemble.at("/scores/brier").asDouble()).isCloseTo(0.09, within(1e-12));
        assertThat(Files.readString(folder.resolve(BacktestReport.PAGE)))
                .contains("Models side by side", "75.0 % of the voters' weight agreed", "champion, judged");
    }

    @Test
    void are_no_better_than_the_climatology_until_the_interval_says_so() throws IOException {
        JsonNode words = report(twoHours()).at("/horizons/1h/members/words");

        assertThat(words.get(0).asText()).startsWith("No model and not the ensemble is better than the climatology");
        assertThat(words).hasSize(1);
    }

    @Test
    void are_called_better_by_name_with_the_interval_and_the_outcomes_behind_it() {
        ProbabilityScores better = new ProbabilityScores(900, 30, 0.2, 0.25, 0.2, 0.1, 0.3, 0.6, new TreeMap<>());
        ProbabilityScores thin = new ProbabilityScores(29, 29, 0.2, 0.25, 0.2, 0.1, 0.3, 0.6, new TreeMap<>());
        List<MembersReport.Member> each = List.of(
                new MembersReport.Member("boosted", "champion", false, 1, 900, 0.0, better),
                new MembersReport.Member("climatology", "champion", false, 1, 900, 0.0, better),
                new MembersReport.Member("forest", "challenger", false, 1, 29, 0.0, thin));

        assertThat(Words.members(each, new MembersReport.Ensemble(29, 0.0, 1.0, thin)))
                .containsExactly(
                        "The champion boosted is better than the climatology beyond its interval: skill 20.0 %, truly 10.0 % to 30.0 % at 95 %, by 30.0 independent outcomes.");
    }
}
