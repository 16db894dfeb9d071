package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cryptosmarttrader.serving.runs.RunComparison;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cst compare}: two runs, what was asked of them and what came of it. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Set two runs side by side: settings, datasets, and the figures of their reports.")
public final class CompareCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(index = "0", paramLabel = "A", description = "output of a run")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "output of another")
    private Path b;

    @Option(names = "--all", description = "figures that are equal, too")
    private boolean isWhole;

    @Override
    public Integer call() throws Exception {
        RunComparison compared = RunComparison.of(RunFolder.open(a), RunFolder.open(b));
        say("settings that differ", compared.settings());
        common.say("%ndatasets");
        for (RunComparison.Root root : compared.roots()) {
            common.say(
                    "  %-12s %-7s A %s, B %s",
                    root.dataset(), verdict(root), rows(root.oneRows()), rows(root.otherRows()));
        }
        if (compared.roots().isEmpty()) {
            common.say("  none: neither run is sealed");
        }
        common.say("");
        sayFigures(compared.figures());
        common.result(compared);
        return 0;
    }

    private void sayFigures(List<RunComparison.Pair> all) {
        boolean hasOne = all.stream().anyMatch(figure -> figure.one() != null);
        boolean hasOther = all.stream().anyMatch(figure -> figure.other() != null);
        if (!hasOne || !hasOther) {
            common.say("figures are not compared");
            Stream.of(hasOne ? null : a, hasOther ? null : b)
                    .filter(Objects::nonNull)
                    .forEach(run -> common.say("  no report in %1$s; cst report %1$s makes it", run));
            return;
        }
        List<RunComparison.Pair> figures = all.stream()
                .filter(figure -> isWhole || !Objects.equals(figure.one(), figure.other()))
                .toList();
        say(isWhole ? "figures" : "figures that differ", figures);
        if (!isWhole) {
            common.say("  %,d others are equal", all.size() - figures.size());
        }
    }

    private void say(String title, List<RunComparison.Pair> pairs) {
        common.say("%s", title);
        pairs.forEach(pair -> common.say("  %-60s A %s, B %s", pair.name(), word(pair.one()), word(pair.other())));
        if (pairs.isEmpty()) {
            common.say("  none");
        }
    }

    private static String word(Object value) {
        return value == null ? "has none" : value.toString();
    }

    private static String verdict(RunComparison.Root root) {
        return root.isEqual() == null ? "unknown" : root.isEqual() ? "equal" : "differs";
    }

    private static String rows(Long rows) {
        return rows == null ? "unknown" : "%,d rows".formatted(rows);
    }
}
