package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.serving.export.LotsExport;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst lots}: what a tax return asks for. */
@Command(
        name = "lots",
        mixinStandardHelpOptions = true,
        description =
                "Write which buys each sale of a run used up, oldest first, with cost, proceeds and gain, as CSV.")
public final class LotsCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(
            names = "--run",
            required = true,
            paramLabel = "DIR",
            description = "output of cst live, backtest or replay whose rows begin with its accounts")
    private Path run;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "table to write (default: lots.csv in the run's folder)")
    private Path out;

    /** What is printed as JSON. */
    private record Result(String out, long rows, long salesCompared) {}

    @Override
    public Integer call() throws Exception {
        Path file = out == null ? run.resolve(LotsExport.FILE) : out;
        LotsExport.Written written = LotsExport.write(RunFolder.open(run), file);
        common.say("%,12d rows  %s", written.rows(), file);
        common.say(
                written.compared() > 0
                        ? "%,d sales: their parts gain what the book realised, to the last digit"
                        : "no sale was compared with what the book realised: there was none, or it goes by average cost",
                written.compared());
        common.result(new Result(file.toString(), written.rows(), written.compared()));
        return 0;
    }
}
