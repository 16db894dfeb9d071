package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cryptosmarttrader.app.explain.FromArchive;
import org.cryptosmarttrader.app.explain.RunExplainer;
import org.cryptosmarttrader.app.explain.TrainingRoots;
import org.cryptosmarttrader.app.runs.Backtest;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.serving.explain.Explanation;
import org.cryptosmarttrader.serving.explain.FeatureValue;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cst explain}: a forecast back to its raw payloads. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Lead a forecast, or all of a time, back to what was recorded, and look at every step anew; exit code 1 if one differs.")
public final class ExplainCommand implements Callable<Integer> {

    private static final int MOST_SAID = 10;
    private static final String ID = "[0-9a-f]{6,64}";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Mixin
    private RunOptions of;

    @Parameters(
            arity = "0..1",
            paramLabel = "FORECAST",
            description =
                    "its prediction_id, or the first 6 or more digits of it, as the pages, /predictions/latest and the dataset forecasts have it; without it every forecast from --from until --until")
    private String forecast;

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            description =
                    "dataset the models were trained on (default: the training set of the backtest, if the run is one)")
    private Path dataset;

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "first decision instant of all, UTC (default: FORECAST alone is explained)")
    private Instant from;

    @Option(
            names = "--until",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "last decision instant of all, UTC (default: FORECAST alone is explained)")
    private Instant until;

    @Option(names = "--features", description = "say each feature with its unit and meaning")
    private boolean withFeatures;

    @Mixin
    private JobOptions job;

    /**
     * What came of explaining many.
     *
     * @param forecasts looked at
     * @param verified those of which nothing differs
     * @param steps outcomes by step
     * @param first those that differ, the first of them
     */
    public record Summary(
            long forecasts, long verified, Map<String, Map<Step.Outcome, Long>> steps, List<String> first) {}

    @Override
    public Integer call() throws Exception {
        requireOne();
        RunFolder folder = RunFolder.open(of.run());
        Configuration settings = Configuration.read(of.conf(), folder.manifest().overrides());
        try (RunExplainer explainer = RunExplainer.of(folder, settings)) {
            return forecast == null ? all(folder, settings, explainer) : one(folder, settings, explainer);
        }
    }

    /** A forecast or a time, and not both. */
    private void requireOne() {
        boolean isTime = from != null && until != null;
        if (forecast == null ? !isTime : from != null || until != null) {
            throw new ParameterException(
                    spec.commandLine(), "name a forecast by its prediction_id, or a time by --from and --until");
        }
        if (isTime && from.isAfter(until)) {
            throw new ParameterException(spec.commandLine(), "--from %s lies behind --until %s".formatted(from, until));
        }
        if (forecast != null && !forecast.toLowerCase(Locale.ROOT).matches(ID)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s: no prediction_id, which has 64 digits of 0-9 and a-f; name the first 6 or more of them, as the pages, /predictions/latest and the dataset forecasts have it"
                            .formatted(forecast));
        }
    }

    private int one(RunFolder folder, Configuration settings, RunExplainer explainer) throws Exception {
        Explanation found = explainer
                .explain(forecast.toLowerCase(Locale.ROOT), OptionalLong.empty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s: run %s has no such forecast; the pages, /predictions/latest and the dataset forecasts have their prediction_ids"
                                .formatted(forecast, folder.manifest().run())));
        long at = Instant.parse((String) found.forecast().get("decision_at")).toEpochMilli();
        Explanation explanation = deeper(found, explainer, behind(folder, settings, at, at), training(settings));
        say(explanation);
        common.result(explanation);
        return explanation.isVerified() ? 0 : 1;
    }

    private int all(RunFolder folder, Configuration settings, RunExplainer explainer) throws Exception {
        Optional<FromArchive> behind = behind(folder, settings, from.toEpochMilli(), until.toEpochMilli());
        Optional<TrainingRoots> training = training(settings);
        Map<String, Map<Step.Outcome, Long>> steps = new TreeMap<>();
        List<String> first = new ArrayList<>();
        long[] verified = {0};
        long forecasts = explainer.explainAll(from.toEpochMilli(), until.toEpochMilli(), found -> {
            Explanation explanation = deeper(found, explainer, behind, training);
            explanation.steps().forEach(step -> steps.computeIfAbsent(step.name(), absent -> new TreeMap<>())
                    .merge(step.outcome(), 1L, Long::sum));
            verified[0] += explanation.isVerified() ? 1 : 0;
            explanation.steps().stream()
                    .filter(step -> step.outcome() == Step.Outcome.DIFFERS && first.size() < MOST_SAID)
                    .forEach(step -> first.add("%s %s: %s"
                            .formatted(explanation.forecast().get("prediction_id"), step.name(), step.says())));
        });
        if (forecasts == 0) {
            throw new IllegalArgumentException("run %s: no forecast was decided from %s until %s"
                    .formatted(folder.manifest().run(), from, until));
        }
        common.say("%,d forecasts looked at, %,d verified", forecasts, verified[0]);
        steps.forEach((name, outcomes) -> common.say("  %-16s %s", name, counted(outcomes)));
        first.forEach(line -> common.say("  %s", line));
        common.result(new Summary(forecasts, verified[0], steps, first));
        return verified[0] == forecasts ? 0 : 1;
    }

    private static String counted(Map<Step.Outcome, Long> outcomes) {
        List<String> parts = new ArrayList<>();
        outcomes.forEach((outcome, count) -> parts.add("%,d %s".formatted(count, word(outcome))));
        return String.join(", ", parts);
    }

    private static String word(Step.Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "holds";
            case DIFFERS -> "DIFFERS";
            case NOT_LOOKED_AT -> "not looked at";
        };
    }

    private Optional<FromArchive> behind(RunFolder folder, Configuration settings, long first, long last)
            throws Exception {
        return of.archives().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        FromArchive.of(folder, settings, of.archives(), of.rawLog(), first, last, job.parallelism()));
    }

    private Optional<TrainingRoots> training(Configuration settings) throws IOException {
        Path own = of.run().resolve(Backtest.TRAINING_SET);
        Path chosen = dataset != null ? dataset : Files.isDirectory(own) ? own : null;
        return chosen == null
                ? Optional.empty()
                : Optional.of(new TrainingRoots(chosen, StandardFeatures.with(settings.hiddenMarkov())));
    }

    private static Explanation deeper(
            Explanation found, RunExplainer explainer, Optional<FromArchive> behind, Optional<TrainingRoots> training)
            throws IOException {
        List<Step> more = new ArrayList<>();
        if (!found.model().isEmpty()) {
            more.add(
                    training.isPresent()
                            ? training.get().step(found.model())
                            : Step.notLookedAt("training set", "name it with --dataset"));
        }
        if (behind.isEmpty()) {
            more.add(Step.notLookedAt(
                    "features again", "name the archive of the run's events with --archive; raw payloads, too"));
            return found.with(List.of(), more);
        }
        Optional<RunExplainer.FeatureRow> row = explainer.featureRow(
                (String) found.forecast().get("pair"),
                Instant.parse((String) found.forecast().get("decision_at")).toEpochMilli());
        if (row.isPresent()) {
            more.addAll(behind.get().steps(row.get().rows(), row.get().row()));
        }
        return found.with(behind.get().payloads(), more);
    }

    private void say(Explanation explanation) {
        Map<String, Object> said = explanation.forecast();
        common.say(
                "forecast   %s of %s, %s ahead, decided at %s by %s %s, %s",
                said.get("prediction_id"),
                said.get("pair"),
                said.get("horizon"),
                said.get("decision_at"),
                said.get("member"),
                said.get("version"),
                said.get("role"));
        common.say(
                "           expected return %s, raw P(%s) %s, base rate %s, volatility %s, more unusual than %s of the training rows",
                share(said.get("expected_return")),
                said.get("statement"),
                share(said.get("p_up_raw")),
                share(said.get("climatology")),
                share(said.get("sigma")),
                share(said.get("novelty")));
        explanation.steps().forEach(step -> common.say("%-16s %s: %s", word(step.outcome()), step.name(), step.says()));
        common.say(explanation.isVerified() ? "verified: nothing that was looked at differs" : "NOT verified");
        explanation.verdict().forEach((name, value) -> common.say("verdict    %-22s %s", name, text(value)));
        explanation.model().forEach((name, value) -> common.say("model      %-22s %s", name, text(value)));
        long known = explanation.features().stream()
                .filter(feature -> feature.value() != null)
                .count();
        common.say(
                "features   %d of %d have a value%s",
                known, explanation.features().size(), withFeatures ? "" : "; --features says each");
        if (withFeatures) {
            explanation.features().forEach(this::say);
        }
        explanation
                .payloads()
                .forEach(payload -> common.say(
                        "payload    %s %s %s, %,d events, %s %s",
                        payload.sha256(),
                        payload.source(),
                        payload.kind(),
                        payload.events(),
                        payload.bytes() < 0 ? "not found" : "%,d bytes".formatted(payload.bytes()),
                        payload.name()));
        explanation
                .proofs()
                .forEach(proof -> common.say(
                        "proof      %s of %s: leaf %s, number %d of %d, root %s",
                        proof.dataset(), proof.date(), proof.leaf(), proof.index() + 1, proof.size(), proof.dayRoot()));
    }

    private void say(FeatureValue feature) {
        common.say(
                "           %-28s %-22s %s; %s; memory %s",
                feature.name(),
                feature.value() == null ? "missing" : feature.value(),
                feature.unit(),
                feature.meaning(),
                feature.memory());
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> named) {
            return named.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
        }
        return value == null ? "not measured" : value.toString();
    }

    private static String share(Object value) {
        return value == null ? "not measured" : "%.2f %%".formatted(100 * (Double) value);
    }
}
