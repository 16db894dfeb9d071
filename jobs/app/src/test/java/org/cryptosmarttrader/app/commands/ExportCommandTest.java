package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst export")
class ExportCommandTest {

    private static final long TICK = 3_605_000;

    @TempDir
    Path folder;

    private void runWithoutForecasts() {
        FeatureCatalog catalog = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
        RowSchema schema = Datasets.features(catalog);
        RowBuilder rows = new RowBuilder(schema)
                .row()
                .set(0, TICK)
                .set(1, "BTC/USD")
                .set(6, "")
                .set(7, "root");
        new RunScene(folder, "run", catalog, TICK).write(schema, rows.build()).wholeUpTo(TICK);
    }

    @Test
    void says_that_a_run_without_forecasts_gives_features_alone_and_which_columns_are_empty() throws IOException {
        runWithoutForecasts();

        Answer answer = Answer.to("export", "--csv", "--run", folder.toString(), "--json");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .contains("1 rows  " + folder.resolve("features.csv"))
                .contains("the run holds no forecasts: no predictions.csv was written")
                .contains("sentiment_score is empty: the run was made without that feature");
        assertThat(answer.json().get("features").asLong()).isEqualTo(1);
        assertThat(answer.json().has("predictions")).isFalse();
        assertThat(folder.resolve("features.csv")).isRegularFile();
        assertThat(folder.resolve("predictions.csv")).doesNotExist();
    }

    @Test
    void refuses_a_folder_without_a_run() {
        Answer answer = Answer.to("export", "--csv", "--run", folder.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains("no run here (no run.json); make one with cst dataset, cst backtest, cst replay or cst live");
    }

    @Test
    void asks_for_the_form() {
        Answer answer = Answer.to("export", "--run", folder.toString());

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("--csv");
    }
}
