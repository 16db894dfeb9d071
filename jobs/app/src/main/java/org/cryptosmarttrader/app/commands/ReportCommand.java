package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.serving.findings.Severity;
import org.cryptosmarttrader.serving.report.BacktestReport;
import org.cryptosmarttrader.serving.report.RunReport;
import org.cryptosmarttrader.serving.trials.RunTrials;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.trials.TrialLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "count the run among the trials of this archive as they are now (default: as they were when it ended)")
    private Path archive;

    @Override
    public Integer call() throws Exception {
        RunFolder folder = RunFolder.open(run);
        if (archive != null) {
            RunTrials.count(folder, TrialLedger.ofArchive(archive));
        }
        RunReport report = report(common, folder);
        common.result(report);
        return exitCode(report);
    }

    /** A run that saw its future, or whose figures look as if it had, is a failed check. */
    static int exitCode(RunReport report) {
        return report.walkForward().violations() == 0 && report.leaks().isEmpty() ? 0 : 1;
    }

    /** Writes the report and says where it lies. */
    static RunReport report(Common common, RunFolder run) throws IOException {
        RunReport report = BacktestReport.write(run);
        if (report.walkForward().violations() > 0) {
            common.say(
                    "walk-forward: %,d of %,d forecasts came from a forest that knew their future; see the report",
                    report.walkForward().violations(), report.walkForward().rowsChecked());
        }
        report.leaks().forEach(alarm -> common.say("leakage alarm: %s", alarm));
        report.accounts().forEach((quote, accounts) -> accounts.lanes().forEach((lane, account) -> {
            if (account.selection() != null && account.selection().sharpe() != null) {
                common.say("%s", TrialSummary.line(quote, lane, account.figures(), account.selection()));
            }
            account.findings().stream()
                    .filter(finding -> finding.severity() != Severity.NOTE)
                    .forEach(finding -> common.say(
                            "%s: %s %s: %s",
                            finding.severity().name().toLowerCase(Locale.ROOT), quote, lane, finding.says()));
        }));
        common.say("report     %s", run.root().resolve(BacktestReport.PAGE));
        return report;
    }
}
