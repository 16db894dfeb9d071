package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@DisplayName("The summary of a run")
class RunSummaryTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A command that shows nothing else. */
    @Command
    private static final class Shown implements Callable<Integer> {
        @Mixin
        private Common common;

        private RunFolder run;

        @Override
        public Integer call() throws IOException {
            RunSummary.forecasts(common, run);
            return 0;
        }
    }

    private void show(RunScene scene) throws IOException {
        Shown shown = new Shown();
        shown.run = scene.wholeUpTo(10).folder().seal(List.of(Datasets.FORECASTS, Datasets.REFUSED));
        new CommandLine(shown)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute();
    }

    private RunScene run() {
        return new RunScene(folder, "one", new FeatureCatalog(List.of(), List.of()), 10);
    }

    @Test
    void warns_where_nothing_was_forecast_and_shows_what_was_refused() throws IOException {
        RowBuilder refused = new RowBuilder(Datasets.REFUSED);
        refused.row().set(3, "MODEL 1h").set(7, "StaleCard").set(8, "train it again");

        show(run().write(Datasets.REFUSED, refused.build()));

        assertThat(out.toString()).isEqualTo("refused    1 × MODEL 1h StaleCard, first: train it again\n");
        assertThat(err.toString()).startsWith("nothing was forecast: no forest was announced; ");
    }

    @Test
    void has_no_warning_where_something_was() throws IOException {
        RowBuilder forecast = new RowBuilder(Datasets.FORECASTS);
        forecast.row().set(1, "BTC/USD").set(2, "1h").set(3, "forest");

        show(run().write(Datasets.FORECASTS, forecast.build()));

        assertThat(out.toString() + err).isEmpty();
    }
}
