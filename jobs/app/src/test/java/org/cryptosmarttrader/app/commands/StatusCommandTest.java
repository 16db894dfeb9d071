package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst status")
class StatusCommandTest {

    private static final long FIRST = Instant.parse("2022-03-01T00:00:05Z").toEpochMilli();
    private static final long LAST = Instant.parse("2022-03-02T12:00:05Z").toEpochMilli();

    @TempDir
    Path folder;

    private RunScene run;

    @BeforeEach
    void begin() {
        run = new RunScene(folder, "run", new FeatureCatalog(List.of(), List.of()), LAST);
    }

    private void statusRows() {
        RowBuilder rows = new RowBuilder(Datasets.STATUS);
        status(rows, FIRST, "1h", 16.8, false);
        status(rows, FIRST, "24h", 16.8, false);
        status(rows, LAST, "1h", 2_016, true);
        status(rows, LAST, "24h", 1_000, false);
        run.write(Datasets.STATUS, rows.build()).wholeUpTo(LAST);
    }

    private static void status(RowBuilder rows, long tick, String horizon, double hours, boolean open) {
        rows.row()
                .set(0, tick)
                .set(1, horizon)
                .set(2, "")
                .set(3, hours)
                .set(4, "")
                .set(7, open)
                .set(12, "");
    }

    private JsonNode json(String... more) throws IOException {
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"status", "--json", "--out", folder.toString()}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return Answer.to(words).json();
    }

    @Test
    void has_the_fields_its_readers_know_null_where_nothing_is_measured() throws IOException {
        statusRows();

        JsonNode status = json();

        assertThat(status.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "training_progress",
                        "weeks_completed",
                        "weeks_remaining",
                        "per_horizon",
                        "estimated_completion",
                        "api_integrations",
                        "data_authenticity",
                        "artificial_data_removed",
                        "production_architecture");
        assertThat(status.get("training_progress").asText()).isEqualTo("49.6%");
        assertThat(status.get("weeks_completed").asDouble()).isEqualTo(5.9);
        assertThat(status.get("weeks_remaining").asDouble()).isEqualTo(6.1);
        assertThat(status.at("/per_horizon/1h").toString())
                .isEqualTo("{\"hours\":2016.0,\"open\":true,\"weeks\":12.0}");
        assertThat(status.at("/per_horizon/24h/open").asBoolean()).isFalse();
        assertThat(status.get("estimated_completion").isNull()).isTrue();
        assertThat(status.get("api_integrations").isNull()).isTrue();
        assertThat(status.get("data_authenticity").isNull()).isTrue();
        assertThat(status.get("artificial_data_removed").isNull()).isTrue();
        assertThat(status.get("production_architecture").isNull()).isTrue();
    }

    @Test
    void is_that_of_the_last_tick_up_to_an_instant() throws IOException {
        statusRows();

        assertThat(json("--at", "2022-03-02T12:00:04Z").get("training_progress").asText())
                .isEqualTo("0.8%");
    }

    @Test
    void says_what_is_not_measured() {
        statusRows();

        Answer answer = Answer.to("status", "--out", folder.toString());

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .contains("status of 2022-03-02T12:00:05Z")
                .contains("1h    2,016.0 h of authentic history, 12.00 weeks; training gate open")
                .contains("24h   1,000.0 h of authentic history, 5.95 weeks; training gate shut")
                .containsPattern("training +49.6%")
                .containsPattern("data authenticity +not measured");
    }

    @Test
    void refuses_a_run_without_status_rows_and_an_instant_before_the_first() {
        assertThat(Answer.to("status", "--out", folder.toString()).err())
                .contains("no status row; a run writes some from its first tick on");

        statusRows();

        Answer early = Answer.to("status", "--out", folder.toString(), "--at", "2022-03-01");
        assertThat(early.exit()).isEqualTo(1);
        assertThat(early.err()).contains("no status row up to 2022-03-01T00:00:00Z");
    }
}
