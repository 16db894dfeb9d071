package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.DatasetsPage;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst views")
class ViewsCommandTest {

    private static final long TICK = 3_605_000;

    @TempDir
    Path folder;

    private RunScene scene() {
        return new RunScene(folder.resolve("run"), "live-1", new FeatureCatalog(List.of(), List.of()), TICK);
    }

    @Test
    void prints_statements_and_then_which_views_they_make() throws IOException {
        RowBuilder bars = new RowBuilder(Datasets.BARS)
                .row()
                .set(0, TICK)
                .set(1, "BTC/USD")
                .set(6, 100.0);
        scene().write(Datasets.BARS, bars.build()).wholeUpTo(TICK);

        Answer answer =
                Answer.to("views", "--json", "--run", folder.resolve("run").toString());

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .startsWith("-- Views of live-1 for DuckDB, of all rows available up to 1970-01-01T01:00:05Z.\n")
                .contains("CREATE OR REPLACE VIEW bars AS\nSELECT * FROM read_parquet('" + folder.toAbsolutePath());
        JsonNode result = answer.json();
        assertThat(result.get("run").asText()).isEqualTo("live-1");
        assertThat(result.get("views").toString()).isEqualTo("[\"bars\"]");
        assertThat(result.get("absent").toString())
                .isEqualTo("[\"training\",\"forecasts_with_outcomes\",\"coverage_by_month\"]");
    }

    @Test
    void writes_the_page_of_all_datasets() throws IOException {
        Path page = folder.resolve("datasets.md");

        assertThat(Answer.to("views", "--page", page.toString()).exit()).isZero();
        assertThat(page).hasContent(DatasetsPage.of());
        assertThat(Files.readString(page))
                .contains("| `decision_at` | TIMESTAMPTZ | instant, UTC | decision instant the row belongs to |");
    }

    @Test
    void refuses_a_run_of_which_nothing_is_whole_and_a_folder_without_one() {
        scene();

        Answer early = Answer.to("views", "--run", folder.resolve("run").toString());
        assertThat(early.exit()).isEqualTo(1);
        assertThat(early.err())
                .contains("nothing of it is whole yet; ask again once the run has completed a checkpoint");

        Answer none = Answer.to("views", "--run", folder.toString());
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("no run here (no run.json)");
    }

    @Test
    void asks_for_a_run_or_a_page_and_not_both() {
        assertThat(Answer.to("views").exit()).isEqualTo(2);
        assertThat(Answer.to("views", "--run", "a", "--page", "b").exit()).isEqualTo(2);
    }
}
