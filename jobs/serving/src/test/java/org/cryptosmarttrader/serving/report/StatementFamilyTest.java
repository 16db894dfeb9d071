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

@DisplayName("A family of statements in the report")
class StatementFamilyTest {

    private static final String[] PAIRS = {"ADA/USD", "BTC/USD", "ETH/USD"};

    @TempDir
    private Path folder;

    private JsonNode family(RunScene scene, String statement) throws IOException {
        BacktestReport.write(scene.sealed());
        return Json.mapper()
                .readTree(folder.resolve(BacktestReport.JSON).toFile())
                .at("/horizons/1h/families/" + statement);
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve(BacktestReport.PAGE));
    }

    /** Direction is judged of BTC, so that the horizon has words. */
    private RunScene scene() {
        return new RunScene(folder)
                .declaring("beyond_1", "outperforms")
                .forecast(0, "f1", 0.5, RunScene.hour(-2))
                .verdict(0, "f1", 0.7, "REFUSED", "CONFIDENCE", "");
    }

    @Test
    void tells_how_often_a_gate_opened_and_what_came_of_it() throws IOException {
        RunScene scene = scene();
        double[] scaled = {1.5, -2, 0.5};
        for (int pair = 0; pair < PAIRS.length; pair++) {
            scene.statement(0, PAIRS[pair], "beyond_1", 0.9, "PASSED", "")
                    .statement(1, PAIRS[pair], "beyond_1", 0.2, "REFUSED", "CONFIDENCE")
                    .label(0, PAIRS[pair], 0.01 * scaled[pair], scaled[pair], 100)
                    .label(1, PAIRS[pair], 0.001, 0.1, 100);
        }

        JsonNode beyond = family(scene, "beyond_1");

        // 0.9 said thrice, and two of the three moved; the base rate of 0.4 says that none does
        assertThat(beyond.get("statements").asLong()).isEqualTo(6);
        assertThat(beyond.get("opened").asLong()).isEqualTo(3);
        assertThat(beyond.get("matured").asLong()).isEqualTo(3);
        assertThat(beyond.get("independentOutcomes").asDouble()).isEqualTo(1);
        assertThat(beyond.get("hitRate").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(beyond.get("baseRateHitRate").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(beyond.get("brierSkill").asDouble())
                .isCloseTo(1 - (2 * 0.01 + 0.81) / (2 * 0.36 + 0.16), within(1e-12));
        // all: three more of 0.2, of which none moved
        assertThat(beyond.at("/all/matured").asLong()).isEqualTo(6);
        assertThat(beyond.at("/all/brierSkill").asDouble())
                .isCloseTo(1 - (2 * 0.01 + 0.81 + 3 * 0.04) / (2 * 0.36 + 4 * 0.16), within(1e-12));
        // of 2 · 4 pairs of one that moved and one that did not, 6 are ranked and 2 tie
        assertThat(beyond.at("/all/auc").asDouble()).isCloseTo(7 / 8.0, within(1e-12));
        assertThat(page())
                .contains(
                        "Of 6 statements beyond_1 (the return is larger than 1 standard deviation, up or down) 3 passed the gates; of 3 that met their outcome 66.7 % were right")
                .contains("the base rate alone would have been in 33.3 %")
                .contains("All 6 that met their outcome, 2.0 independent ones: skill over the base rate");
    }

    @Test
    void of_which_none_passed_says_that_this_is_its_normal_state() throws IOException {
        RunScene scene = scene().statement(0, "BTC/USD", "beyond_1", 0.6, "REFUSED", "CONFIDENCE")
                .label(0, "BTC/USD", 0.02, 2, 100);

        JsonNode beyond = family(scene, "beyond_1");

        assertThat(beyond.get("opened").asLong()).isZero();
        assertThat(beyond.get("hitRate").isNull()).isTrue();
        assertThat(beyond.at("/unmeasured/hitRate").asText()).isEqualTo("no statement passed the gates");
        assertThat(beyond.at("/unmeasured/brierSkill").asText()).isEqualTo("no statement passed the gates");
        assertThat(beyond.at("/all/matured").asLong()).isEqualTo(1);
        assertThat(page()).contains("none passed the gates. That is their normal state");
    }

    @Test
    void that_was_declared_and_never_made_is_there_all_the_same() throws IOException {
        JsonNode outperforms = family(scene(), "outperforms");

        assertThat(outperforms.get("statements").asLong()).isZero();
        assertThat(outperforms.get("all").get("matured").asLong()).isZero();
        assertThat(page())
                .contains(
                        "No statement outperforms (the return is above the median of the pairs of its quote currency) was made");
    }

    @Test
    void on_the_market_is_answered_by_all_pairs_that_met_the_decision() throws IOException {
        RunScene scene = scene();
        double[] values = {0.03, 0.01, 0.02};
        for (int pair = 0; pair < PAIRS.length; pair++) {
            scene.label(0, PAIRS[pair], values[pair], 1, 100);
        }
        // of 1, 2, 3 % only ADA is above the median; ETH is the median; BTC was not spoken of
        scene.statement(0, "ADA/USD", "outperforms", 0.8, "PROBATION", "")
                .statement(0, "ETH/USD", "outperforms", 0.8, "PROBATION", "");

        JsonNode outperforms = family(scene, "outperforms");

        assertThat(outperforms.get("opened").asLong()).isEqualTo(2);
        assertThat(outperforms.get("hitRate").asDouble()).isEqualTo(0.5);
    }

    @Test
    void has_no_outcome_where_its_answer_is_missing() throws IOException {
        RunScene scene = scene().statement(0, "BTC/USD", "beyond_1", 0.9, "PASSED", "")
                .label(0, "BTC/USD", 0.02, Double.NaN, 100);

        JsonNode beyond = family(scene, "beyond_1");

        assertThat(beyond.get("opened").asLong()).isEqualTo(1);
        assertThat(beyond.get("matured").asLong()).isZero();
        assertThat(beyond.at("/unmeasured/hitRate").asText()).isEqualTo("none of those that passed has matured");
    }
}
