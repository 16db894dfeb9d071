package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.gates.SystemStatus;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunStatus;
import org.cryptosmarttrader.wire.runs.StatusJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst status}: how far the system is, at a tick of a run. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Say how far the system is on its way to trade, at the last tick of a run or at an earlier one.")
public final class StatusCommand implements Callable<Integer> {

    private static final String NOT_MEASURED = "not measured";

    @Mixin
    private Common common;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "output of cst backtest, cst replay, cst live or a cluster's job")
    private Path out;

    @Option(
            names = "--at",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "instant; the last tick up to it counts, UTC, a date means 00:00 (default: the last tick)")
    private Instant at;

    @Override
    public Integer call() throws Exception {
        long latest = at == null ? Long.MAX_VALUE : at.toEpochMilli();
        RunStatus status = RunStatus.of(RunFolder.open(out), latest)
                .orElseThrow(() -> new IllegalArgumentException(
                        "output %s: no status row%s; a run writes some from its first tick on"
                                .formatted(out, at == null ? "" : " up to " + at)));
        say(status);
        common.result(StatusJson.of(status.status()));
        return 0;
    }

    private void say(RunStatus at) {
        SystemStatus status = at.status();
        common.say("status of %s", Instant.ofEpochMilli(at.tick()));
        status.perHorizon()
                .forEach((horizon, reached) -> common.say(
                        "  %-5s %s h of authentic history, %s weeks; training gate %s",
                        horizon,
                        number(reached.hours(), 1),
                        number(reached.weeks(), 2),
                        reached.open() ? "open" : "shut"));
        field("training", status.trainingProgress());
        field("weeks completed", status.weeksCompleted());
        field("weeks remaining", status.weeksRemaining());
        field("estimated completion", status.estimatedCompletion());
        field("integrations", status.apiIntegrations());
        field("data authenticity", status.dataAuthenticity());
        field("artificial data removed", status.artificialDataRemoved());
        field("services", status.productionArchitecture());
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private void field(String name, Object value) {
        common.say("%-24s %s", name, value == null ? NOT_MEASURED : value);
    }
}
