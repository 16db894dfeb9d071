package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.bench.BenchReport;
import org.cryptosmarttrader.app.bench.Benches;
import org.cryptosmarttrader.app.bench.Contest;
import org.cryptosmarttrader.app.bench.GeneratedArchive;
import org.cryptosmarttrader.app.bench.Load;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst bench}: how fast this machine does each part of the work. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure throughput, beside a bare loop and a bare Flink job over the same input.")
public final class BenchCommand implements Callable<Integer> {

    /** Pairs and days of a generated load, of hourly bars and of minutes; days beside those of the memory. */
    private static final int HOURLY_PAIRS = 33;

    private static final int HOURLY_DAYS = 120;
    private static final int MINUTE_PAIRS = 4;
    private static final int MINUTE_DAYS = 20;

    @Spec
    private CommandSpec spec;

    /** What can be measured. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Benches.names().iterator();
        }
    }

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private ForestsOption forests;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "folder of recorded events (default: generated bars in a temporary folder, for load only)")
    private Path archive;

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "first decision instant, UTC (default: the archive's first that has a whole memory)")
    private Instant from;

    @Option(
            names = "--until",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "last decision instant, UTC (default: the archive's last)")
    private Instant until;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "BENCH",
            completionCandidates = Names.class,
            description = "these benches: ${COMPLETION-CANDIDATES} (default: all)")
    private List<String> only = new ArrayList<>(Benches.names());

    @Option(names = "--minutes", description = "generate bars of a minute instead of an hour")
    private boolean minutes;

    @Option(
            names = "--share",
            paramLabel = "X",
            description = "part of the generated load, above 0 up to 1 (default: ${DEFAULT-VALUE})")
    private double share = 1;

    @Option(names = "--parallelism", paramLabel = "N", description = "subtasks of jobs (default: ${DEFAULT-VALUE})")
    private int parallelism = 1;

    @Option(names = "--warm-ups", paramLabel = "N", description = "rounds not counted (default: ${DEFAULT-VALUE})")
    private int warmUps = 1;

    @Option(names = "--repetitions", paramLabel = "N", description = "rounds counted (default: ${DEFAULT-VALUE})")
    private int repetitions = 3;

    @Override
    public Integer call() throws Exception {
        check();
        Configuration conf = settings.read();
        try (Scratch scratch = Scratch.create("cst-bench")) {
            String data = archive == null ? generate(scratch) : "recorded events of %s".formatted(archive);
            RunPlan plan = plan(conf, archive == null ? generated(scratch) : archive);
            Load load = new Load(plan, forests.folder(), scratch.folder(), JobSettings.once(parallelism), share);
            BenchReport report = Benches.measure(
                    only,
                    load,
                    "%s, decisions %s to %s"
                            .formatted(data, Instant.ofEpochMilli(plan.emitFrom()), Instant.ofEpochMilli(plan.until())),
                    new Contest(warmUps, repetitions),
                    line -> common.say("%s", line));
            common.result(report);
        }
        return 0;
    }

    private void check() {
        require(Benches.names().containsAll(only), "--only %s: expected some of %s", only, Benches.names());
        require(share > 0 && share <= 1, "--share %s: expected a part above 0, at most 1", share);
        require(warmUps >= 0, "--warm-ups %d: expected 0 or more", warmUps);
        require(repetitions >= 1, "--repetitions %d: expected 1 or more", repetitions);
        require(
                parallelism >= 1 && parallelism <= JobSettings.MAX_PARALLELISM,
                "--parallelism %d: expected 1 to %d",
                parallelism,
                JobSettings.MAX_PARALLELISM);
    }

    private void require(boolean holds, String form, Object... values) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), form.formatted(values));
        }
    }

    private static Path generated(Scratch scratch) {
        return scratch.folder().resolve("generated");
    }

    private String generate(Scratch scratch) throws Exception {
        int pairs = Math.max(2, (int) Math.round(share * (minutes ? MINUTE_PAIRS : HOURLY_PAIRS)));
        int days = Math.max(7, (int) Math.round(share * (minutes ? MINUTE_DAYS : HOURLY_DAYS)));
        long bar = minutes ? TickGrid.MINUTE : TickGrid.HOUR;
        GeneratedArchive load = new GeneratedArchive(pairs, bar, days + memoryDays(TickGrid.HOUR));
        load.write(generated(scratch));
        return "generated bars of %d minutes, no market data: %d pairs".formatted(bar / TickGrid.MINUTE, pairs);
    }

    private static int memoryDays(long interval) {
        return (int) (1 + (MemoryRules.HISTORY_BARS * interval - 1) / TickGrid.DAY);
    }

    private RunPlan plan(Configuration conf, Path folder) throws Exception {
        Archive events = Archive.open(folder);
        long interval = conf.grid().intervalMillis();
        Instant first = Instant.ofEpochMilli(events.firstAvailableAt() + memoryDays(interval) * TickGrid.DAY);
        Span span = new Span(
                from == null ? first : from,
                until == null ? Instant.ofEpochMilli(events.lastAvailableAt()) : until,
                Optional.empty());
        return RunPlan.of(conf, folder, span, List.of(), RunPlan.Genesis.MEMORY);
    }
}
