package org.cryptosmarttrader.app.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.serving.views.RunViews;
import org.cryptosmarttrader.wire.runs.DatasetsPage;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst views}: a run as views of DuckDB. */
@Command(
        name = "views",
        mixinStandardHelpOptions = true,
        description = "Print SQL for DuckDB that makes a view of each dataset of a run, and views that join them.")
public final class ViewsCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @ArgGroup(multiplicity = "1")
    private Wanted wanted;

    /** What is written. */
    static final class Wanted {

        @Option(
                names = "--run",
                required = true,
                paramLabel = "DIR",
                description = "output of cst dataset, backtest, replay or live")
        private Path run;

        @Option(
                names = "--page",
                required = true,
                paramLabel = "FILE",
                description = "write a Markdown page instead: every dataset with its columns")
        private Path page;
    }

    /** What is printed as JSON. */
    private record Result(String run, String wholeUpTo, List<String> views, List<String> absent) {}

    /** What is printed as JSON of a page. */
    private record Page(String page) {}

    @Override
    public Integer call() throws Exception {
        if (wanted.page != null) {
            Files.writeString(wanted.page, DatasetsPage.of());
            common.result(new Page(wanted.page.toString()));
        } else {
            print(RunViews.of(RunFolder.open(wanted.run)));
        }
        return 0;
    }

    private void print(RunViews views) {
        common.say("%s", views.sql());
        common.result(new Result(
                views.run(),
                Instant.ofEpochMilli(views.wholeUpTo()).toString(),
                views.views().stream().map(RunViews.View::name).toList(),
                views.absent()));
    }
}
