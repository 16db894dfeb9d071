package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.time.Instant;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Durations;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** What a run says of itself before and after. */
final class RunSummary {

    private RunSummary() {}

    static void begin(Common common, RunPlan plan) {
        TickGrid grid = plan.grid();
        common.say(
                "decisions %s to %s, every %s; folding from %s; %d features",
                Instant.ofEpochMilli(plan.emitFrom()),
                Instant.ofEpochMilli(plan.until()),
                Durations.text(grid.intervalMillis()),
                Instant.ofEpochMilli(plan.genesis()),
                plan.settings().catalog().size());
        if (plan.isCut()) {
            common.warn(
                    "the archive ends at %s, --until was %s: the last decision is that of %s; import more to go on",
                    Instant.ofEpochMilli(plan.state().endsAt()),
                    Instant.ofEpochMilli(plan.askedUntil()),
                    Instant.ofEpochMilli(plan.until()));
        }
        plan.leftOut().forEach(horizon -> common.say("left out: horizon %s", horizon));
    }

    /** Says what was refused and, of a run that was to forecast and did not, that there is nothing to see. */
    static void forecasts(Common common, RunFolder run) throws IOException {
        Refusals.of(run).lines().forEach(line -> common.say("%s", line));
        if (run.manifest().rows().getOrDefault("forecasts", 0L) == 0) {
            common.warn(
                    "nothing was forecast: %s",
                    run.manifest().models().isEmpty()
                            ? "no forest was announced; train some with cst backtest, over a longer span if it trained none, and name its output with cst replay --models"
                            : "of the %d forests announced none was used; see what was refused, and whether they were active by %s"
                                    .formatted(
                                            run.manifest().models().size(),
                                            Instant.ofEpochMilli(run.manifest().until())));
        }
    }

    static void end(Common common, RunFolder run) {
        run.manifest().rows().forEach((dataset, rows) -> {
            if (rows > 0) {
                common.say(
                        "%-10s %,12d rows  root %s",
                        dataset, rows, run.manifest().roots().get(dataset));
            }
        });
        common.say("written to %s", run.root());
    }
}
