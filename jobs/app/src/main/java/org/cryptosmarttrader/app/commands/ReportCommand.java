package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.serving.report.BacktestReport;
import org.cryptosmarttrader.serving.report.RunReport;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cst report}: a run's report, made again from its rows. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Make the report of a run from its rows; nothing else of the run changes.")
public final class ReportCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(index = "0", paramLabel = "RUN", description = "output of a run")
    private Path run;

    @Override
    public Integer call() throws Exception {
        RunReport report = report(common, RunFolder.open(run));
        common.result(report);
        return exitCode(report);
    }

    /** A run that saw its future is a failed check. */
    static int exitCode(RunReport report) {
        return report.walkForward().violations() == 0 ? 0 : 1;
    }

    /** Writes the report and says where it lies. */
    static RunReport report(Common common, RunFolder run) throws IOException {
        RunReport report = BacktestReport.write(run);
        if (report.walkForward().violations() > 0) {
            common.say(
                    "walk-forward: %,d of %,d forecasts came from a forest that knew their future; see the report",
                    report.walkForward().violations(), report.walkForward().rowsChecked());
        }
        common.say("report     %s", run.root().resolve(BacktestReport.PAGE));
        return report;
    }
}
