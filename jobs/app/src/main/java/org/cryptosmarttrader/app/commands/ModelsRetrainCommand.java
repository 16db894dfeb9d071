package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.ControlsSummary;
import org.cryptosmarttrader.app.runs.DueRefit;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.app.runs.Training;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.wire.models.Controls;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst models retrain}: the refit of a schedule, if it is due. For timers: asked again, it does nothing. */
@Command(
        name = "retrain",
        mixinStandardHelpOptions = true,
        description =
                "Train and announce the models of a schedule's last refit, unless they are there; exit 1 if a horizon was refused or a control failed.",
        footer = {"", "Run it every hour from a timer: where nothing is due it says so and ends."})
public final class ModelsRetrainCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private ForestsOption definitions;

    @Mixin
    private JobOptions job;

    @Mixin
    private AnnounceOptions announce;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events")
    private Path archive;

    @Option(names = "--models", required = true, paramLabel = "DIR", description = "folder of the models, new or not")
    private Path models;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            converter = InstantWord.class,
            description = "instant from which the schedule's first models were used, UTC; a date means 00:00")
    private Instant from;

    @Option(
            names = "--retrain",
            paramLabel = "LENGTH",
            converter = DurationWord.class,
            description = "time from one refit to the next, a number with m, h, d or w (default: 28d)")
    private long every = 28 * 86_400_000L;

    @Option(
            names = "--genesis",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "first instant whose events are folded, UTC (default: the archive's first day)")
    private Instant genesis;

    @Option(
            names = "--pairs",
            split = ",",
            paramLabel = "PAIR",
            description = "canonical pairs, e.g. BTC/USD (default: all)")
    private List<String> pairs = new ArrayList<>();

    /**
     * What is printed as JSON.
     *
     * @param made folders of the models made now
     * @param announced those of them that are to be used
     */
    private record Result(String asOf, String usedFrom, List<String> made, List<String> announced) {}

    @Override
    public Integer call() throws Exception {
        DueRefit due = new DueRefit(
                settings.read(),
                archive,
                pairs.stream().sorted().distinct().toList(),
                Optional.ofNullable(genesis),
                from,
                every,
                definitions.folder());
        Optional<Instant> asOf = due.asOf();
        if (asOf.isEmpty()) {
            common.say("nothing is due: the archive ends before the schedule begins");
            common.result(new Result(null, null, List.of(), List.of()));
            return 0;
        }
        List<Horizon> missing = due.missing(models, asOf.get());
        if (missing.isEmpty()) {
            common.say(
                    "nothing is due: the models as of %s are there, the next are due as of %s",
                    asOf.get(), asOf.get().plusMillis(every));
            common.result(result(asOf.get(), List.of(), List.of()));
            return 0;
        }
        return train(due, missing, asOf.get());
    }

    private static Result result(Instant asOf, List<Path> made, List<Path> announced) {
        return new Result(asOf.toString(), DueRefit.usedFrom(asOf).toString(), words(made), words(announced));
    }

    private static List<String> words(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    private int train(DueRefit due, List<Horizon> missing, Instant asOf) throws Exception {
        List<Training.Outcome> outcomes;
        try (Scratch scratch = Scratch.create("cst-retrain")) {
            outcomes = due.make(missing, asOf, models, scratch.folder().resolve("dataset"), job.bounded());
        }
        List<Path> made = new ArrayList<>();
        List<Path> good = new ArrayList<>();
        for (Training.Outcome outcome : outcomes) {
            made.addAll(outcome.models());
            if (isGood(outcome)) {
                good.addAll(outcome.models());
            }
        }
        if (announce.isAsked() && !good.isEmpty()) {
            List<ModelAnnouncement> announcements = new ArrayList<>();
            for (Path model : good) {
                announcements.add(ModelFolder.announce(model));
            }
            announce.announce(common, announcements, DueRefit.usedFrom(asOf));
        }
        common.result(result(asOf, made, announce.isAsked() ? good : List.of()));
        return good.size() == made.size() && outcomes.stream().allMatch(one -> one.refusal() == null) ? 0 : 1;
    }

    /** Whether there are models and no control of them failed: of a horizon whose making cannot be believed none is used. */
    private boolean isGood(Training.Outcome outcome) throws Exception {
        if (outcome.refusal() != null) {
            common.say("%s", TrainSummary.refused(outcome.horizon(), outcome.refusal()));
            return false;
        }
        boolean passed = true;
        for (Path model : outcome.models()) {
            common.say("%s", TrainSummary.made(ModelFolder.card(model), model));
            Optional<Controls> controls = ModelFolder.controls(model);
            controls.ifPresent(tried -> ControlsSummary.lines(tried).forEach(line -> common.say("%s", line)));
            passed &= controls.map(Controls::passed).orElse(true);
        }
        return passed;
    }
}
