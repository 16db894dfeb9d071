package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The skill of a run's forecasts")
class ForecastSkillTest {

    @TempDir
    private Path folder;

    private JsonNode horizon(RunScene scene) throws IOException {
        BacktestReport.write(scene.sealed());
        return Json.mapper()
                .readTree(folder.resolve(BacktestReport.JSON).toFile())
                .at("/horizons/1h");
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve(BacktestReport.PAGE));
    }

    @Test
    void has_an_interval_around_it() throws IOException {
        JsonNode skill = horizon(RunScene.fiveHours(folder)).get("skill");

        assertThat(skill.get("brierSkillLower").asDouble())
                .isLessThanOrEqualTo(skill.get("brierSkill").asDouble());
        assertThat(skill.get("brierSkillUpper").asDouble())
                .isGreaterThanOrEqualTo(skill.get("brierSkill").asDouble());
        // a draw of three outcomes may hold falls only
        assertThat(skill.get("aucLower").isNull()).isTrue();
        assertThat(skill.at("/unmeasured/aucLower").asText()).startsWith("too few outcomes");
        assertThat(skill.at("/unmeasured/ic").asText()).contains("with 5 pairs or more");
        assertThat(page()).contains("rank correlation of expected and realised return, all rows");
    }

    @Test
    void of_intervals_is_their_loss_at_both_ends() throws IOException {
        JsonNode intervals = horizon(RunScene.fiveHours(folder)).get("intervals");

        // ±0.015 against 0.01, −0.02, −0.01: inside 0.1 × 0.03 in all; below 0.1 × 0.035 and 0.9 × 0.005
        double inside = 0.1 * 0.03 / 2;
        double below = (0.1 * 0.035 + 0.9 * 0.005) / 2;
        assertThat(intervals.get("pinball").asDouble()).isCloseTo((2 * inside + below) / 3, within(1e-12));
        assertThat(intervals.get("pinballSkill")).isEmpty();
        assertThat(intervals.at("/unmeasured/har").asText()).isEqualTo("the run has no feature ret_1 or rv_cc_168");
    }

    @Test
    void of_distributions_is_not_known_where_none_has_met_an_outcome() throws IOException {
        double none = Double.NaN;
        RunScene scene = RunScene.fiveHours(folder).withQuantiles(none, none, none, none, none, none, none);

        JsonNode intervals = horizon(scene).get("intervals");

        assertThat(intervals.get("crps").isNull()).isTrue();
        assertThat(intervals.get("pit").isNull()).isTrue();
        assertThat(intervals.at("/unmeasured/crps").asText()).isEqualTo("no distribution has met an outcome");
        assertThat(page())
                .contains("Not measured of intervals: no distribution has met an outcome.")
                .doesNotContain("where outcomes lay");
    }

    @Test
    void of_distributions_is_measured_where_they_are_recorded() throws IOException {
        RunScene scene = RunScene.fiveHours(folder).withQuantiles(-0.03, -0.02, -0.015, 0, 0.015, 0.02, 0.03);

        JsonNode intervals = horizon(scene).get("intervals");

        // outcomes 0.01, −0.02, −0.01: levels 0.5 + 0.25 × 2/3, 0.1, 0.25 + 0.25 × 1/3
        assertThat(intervals.get("pit").toString()).isEqualTo("[0,1,0,1,0,0,1,0,0,0]");
        assertThat(intervals.get("crps").asDouble()).isPositive();
        assertThat(intervals.at("/unmeasured/crps").isMissingNode()).isTrue();
        assertThat(page()).contains("where outcomes lay in their distribution");
    }

    @Test
    void of_a_family_is_that_of_the_statements_that_passed_the_gates() throws IOException {
        JsonNode direction = horizon(RunScene.fiveHours(folder)).at("/families/direction");

        // hour 3: p 0.2, and it fell; base rate 0.6
        assertThat(direction.get("statements").asLong()).isEqualTo(5);
        assertThat(direction.get("opened").asLong()).isEqualTo(1);
        assertThat(direction.get("matured").asLong()).isEqualTo(1);
        assertThat(direction.get("hitRate").asDouble()).isEqualTo(1);
        assertThat(direction.get("independentOutcomes").asDouble()).isEqualTo(1);
        assertThat(direction.get("brierSkill").asDouble()).isCloseTo(1 - 0.04 / 0.36, within(1e-12));
        assertThat(page())
                .contains("Of 5 statements on the direction 1 passed the gates; of 1 that met their outcome 100.0 %");
    }

    @Test
    void of_a_family_of_which_none_passed_is_not_known_and_that_is_normal() throws IOException {
        RunScene scene = new RunScene(folder)
                .forecast(0, "f1", 0.5, RunScene.hour(-2))
                .verdict(0, "f1", 0.7, "REFUSED", "CONFIDENCE", "")
                .label(0, 0.01, 110);

        JsonNode direction = horizon(scene).at("/families/direction");

        assertThat(direction.get("opened").asLong()).isZero();
        assertThat(direction.get("hitRate").isNull()).isTrue();
        assertThat(direction.at("/unmeasured/hitRate").asText()).isEqualTo("no statement passed the gates");
        assertThat(page())
                .contains("Of 1 statements on the direction none passed the gates. That is their normal state");
    }
}
