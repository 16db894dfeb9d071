package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.RecordedWeek;
import org.cryptosmarttrader.app.runs.Scratch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code cst quickstart}: the whole path, from recorded trades to a report and a proof, by the very commands a user would
 * type.
 */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = "Run the whole path on one recorded week of trades: import, dataset, train, backtest, "
                + "replay through Kafka, parity, report.")
public final class QuickstartCommand implements Callable<Integer> {

    /** Marks a folder as one that may be made anew. */
    private static final String MARK = ".quickstart";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder of everything made (default: data/quickstart of the installation)")
    private Path out = Common.home().resolve("data/quickstart");

    /** One command of the path. */
    private record Step(String name, String what, List<String> words) {}

    @Override
    public Integer call() throws Exception {
        prepare();
        List<Step> steps = steps();
        say(
                "One recorded week of Bitstamp BTC/USD trades, %s to %s, decided every five minutes.\n",
                RecordedWeek.FROM, RecordedWeek.UNTIL);
        for (int number = 1; number <= steps.size(); number++) {
            int exit = run(number, steps.size(), steps.get(number - 1));
            if (exit != CommandLine.ExitCode.OK) {
                return exit;
            }
        }
        say("%s", new QuickstartSummary(out).text());
        return CommandLine.ExitCode.OK;
    }

    private void prepare() throws IOException {
        if (Files.exists(out)) {
            if (!Files.exists(out.resolve(MARK))) {
                throw new IllegalArgumentException(
                        "quickstart: %s is there already and no quickstart made it; name another folder with --out"
                                .formatted(out));
            }
            Scratch.delete(out);
        }
        Files.createDirectories(log(""));
        Files.createFile(out.resolve(MARK));
    }

    private List<Step> steps() throws IOException {
        String archive = folder("archive");
        return List.of(
                new Step(
                        "import",
                        "trades into the archive",
                        words("import --quarantine --source bitstamp --format csv --pair BTC/USD", false)
                                .with("--map", "time=timestamp,price=price,quantity=amount")
                                .with("--from", RecordedWeek.location())
                                .with("--archive", archive)
                                .list()),
                new Step(
                        "dataset",
                        "features and labels",
                        words("dataset --from 2013-11-25 --until 2013-12-02", true)
                                .with("--archive", archive)
                                .with("--out", folder("dataset"))
                                .list()),
                new Step(
                        "train",
                        "a forest as of 30 November",
                        words("train --as-of 2013-11-30 --horizon 1h", true)
                                .with("--dataset", folder("dataset"))
                                .with("--archive", archive)
                                .with("--out", folder("models"))
                                .list()),
                new Step(
                        "backtest",
                        "forests every 12 hours, walking forward; paper orders; report",
                        words("backtest --from 2013-11-29 --until 2013-12-02 --retrain 12h", true)
                                .with("--archive", archive)
                                .with("--out", folder("backtest"))
                                .list()),
                new Step(
                        "replay",
                        "the same events through a Kafka broker, unbounded",
                        words("replay --from 2013-11-29 --until 2013-12-02", true)
                                .with("--archive", archive)
                                .with("--models", folder("backtest"))
                                .with("--out", folder("replay"))
                                .list()),
                new Step(
                        "parity",
                        "every value of both, bit by bit",
                        words("parity --json --note", false)
                                .with(folder("backtest"), folder("replay"))
                                .list()));
    }

    private String folder(String name) {
        return out.resolve(name).toString();
    }

    private Path log(String step) {
        return out.resolve("log").resolve(step);
    }

    /** A week is short: blocks held back are hours here, where the defaults are weeks. */
    private static Words words(String line, boolean isRun) {
        Words words = new Words(new ArrayList<>(List.of(line.split(" "))));
        return isRun
                ? words.with("--set", "cst.ticks.interval=5m")
                        .with("--set", "horizons.training.embargo=1h")
                        .with("--set", "horizons.training.calibration.upToADay=12h")
                : words;
    }

    private record Words(List<String> list) {
        Words with(String... more) {
            list.addAll(List.of(more));
            return this;
        }
    }

    private int run(int number, int count, Step step) throws IOException {
        Path log = log(number + "-" + step.name() + ".txt");
        long begin = System.nanoTime();
        int exit;
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), System.console() != null);
                PrintWriter output = new PrintWriter(Files.newBufferedWriter(log))) {
            progress.accept(
                    "%s %d/%d %s: %s".formatted(bar(number - 1, count), number, count, step.name(), step.what()));
            output.println(Typed.line(step.words()));
            exit = new CommandLine(spec.root().userObject().getClass())
                    .setExecutionExceptionHandler(new Failures())
                    .setOut(output)
                    .setErr(output)
                    .execute(step.words().toArray(String[]::new));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        say("%s %d/%d %-9s %5.1f s  %s", bar(number, count), number, count, step.name(), seconds, step.what());
        if (exit != CommandLine.ExitCode.OK) {
            say("%s failed; what it said:\n%s", step.name(), Files.readString(log));
        }
        return exit;
    }

    private void say(String form, Object... values) {
        spec.commandLine().getOut().println(form.formatted(values));
        spec.commandLine().getOut().flush();
    }

    private static String bar(int done, int count) {
        return "[" + "#".repeat(4 * done) + ".".repeat(4 * (count - done)) + "]";
    }
}
