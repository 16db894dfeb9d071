package org.cryptosmarttrader.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The confidence of the older system")
class LegacyConfidenceTest {

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("G1-");
        double[] scores = Golden.numbers(golden.inputs().get("score"));
        for (int i = 0; i < scores.length; i++) {
            LegacyConfidence confidence = LegacyConfidence.of(scores[i]);
            JsonNode expected = golden.outputs().get("confidence").get(i);

            assertThat(confidence.value() >= 0.80)
                    .as("score %s passes 80 %%", scores[i])
                    .isEqualTo(golden.outputs().get("passes80").get(i).asBoolean());
            assertThat(confidence.isRefused()).isEqualTo(expected.asText().equals("REFUSED"));
            if (!confidence.isRefused()) {
                assertThat(confidence.value())
                        .as("score %s, to the bit", scores[i])
                        .isEqualTo(expected.asDouble());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void does_not_exist_without_a_score(double score) {
        assertThat(LegacyConfidence.of(score).value()).isNaN();
        assertThat(LegacyConfidence.of(score).refusal()).isEqualTo("NO_SCORE");
    }

    @Test
    void says_the_same_of_65_however_often_such_scores_were_wrong() {
        // a map of the score alone: no outcome enters it, so it is no probability
        assertThat(LegacyConfidence.of(65)).isEqualTo(new LegacyConfidence(0.8, null));
    }
}
