package org.cryptosmarttrader.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The instant from which a text may be used")
class TextAvailabilityTest {

    private static final long QUARTER_OF_AN_HOUR = 900_000;

    private final TextAvailability archive = new TextAvailability(QUARTER_OF_AN_HOUR);

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("D4-");
        TextAvailability rule = new TextAvailability((long) golden.input("assignedDelayMs"));
        JsonNode published = golden.inputs().get("publishedAt");
        JsonNode retrieved = golden.inputs().get("retrievedAt");
        JsonNode expected = golden.outputs().get("availableAt");

        assertThat(published).hasSize(3);
        for (int i = 0; i < published.size(); i++) {
            long at = published.get(i).asLong();
            long known = retrieved.get(i).isNull()
                    ? rule.published(at)
                    : TextAvailability.retrieved(at, retrieved.get(i).asLong());
            assertThat(known).as("item %d", i).isEqualTo(expected.get(i).asLong());
        }
    }

    @Test
    void is_the_later_of_publication_and_retrieval() {
        assertThat(TextAvailability.retrieved(1_000, 4_000)).isEqualTo(4_000);
        assertThat(TextAvailability.retrieved(5_000, 4_000)).isEqualTo(5_000);
    }

    @Test
    void lies_behind_the_whole_day_where_only_the_day_is_known() {
        long day = Instant.parse("2018-03-10T00:00:00Z").toEpochMilli();

        assertThat(Instant.ofEpochMilli(archive.publishedOn(day))).isEqualTo("2018-03-11T00:15:00Z");
    }

    @Test
    void is_never_before_the_publication() {
        assertThatThrownBy(() -> new TextAvailability(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delay of texts: -1 ms, expected 0 or more; set assignedDelay.text in conf/sources.yaml");
    }
}
