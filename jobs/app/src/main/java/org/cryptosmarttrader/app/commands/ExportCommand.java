package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.serving.export.CsvExport;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst export}: a run as tables for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the features and predictions of a run as CSV, with the older system's columns among them.")
public final class ExportCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--csv", required = true, description = "as comma-separated values, the only form there is")
    private boolean csv;

    @Option(
            names = "--run",
            required = true,
            paramLabel = "DIR",
            description = "output of cst dataset, cst backtest or cst replay")
    private Path run;

    @Option(names = "--out", paramLabel = "DIR", description = "folder of the tables (default: that of the run)")
    private Path out;

    /** What is printed as JSON. */
    private record Result(String out, long features, Long predictions, List<String> empty) {}

    @Override
    public Integer call() throws Exception {
        Path folder = out == null ? run : out;
        CsvExport.Written written = CsvExport.write(RunFolder.open(run), folder);
        common.say("%,12d rows  %s", written.features(), folder.resolve(CsvExport.FEATURES));
        if (written.predictions() == null) {
            common.say("the run holds no forecasts: no %s was written", CsvExport.PREDICTIONS);
        } else {
            common.say("%,12d rows  %s", written.predictions(), folder.resolve(CsvExport.PREDICTIONS));
        }
        written.unknown().forEach(name -> common.say("%s is empty: the run was made without that feature", name));
        common.result(new Result(folder.toString(), written.features(), written.predictions(), written.unknown()));
        return 0;
    }
}
