package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.evaluation.Promotion;
import org.cryptosmarttrader.serving.challenge.Challenge;
import org.cryptosmarttrader.serving.challenge.Challenges;
import org.cryptosmarttrader.serving.challenge.NextTick;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst models challenge}: whether a challenger takes the champion's place. */
@Command(
        name = "challenge",
        mixinStandardHelpOptions = true,
        description =
                "Decide by the stated rule whether challengers of a run take their champions' places; exit 1 if there was nothing to compare.",
        footer = {"", "docs/models.md states the rule."})
public final class ModelsChallengeCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "output of cst backtest or cst replay")
    private Path run;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "folder in which promoted models lie (default: models/ in the run)")
    private Path models;

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = InstantWord.class,
            description =
                    "instant from which promoted models are champions, UTC (default: the first tick after the newest label)")
    private Instant from;

    @Mixin
    private AnnounceOptions announce;

    /** What is printed as JSON. */
    private record Result(String from, List<Challenge> challenges) {}

    @Override
    public Integer call() throws Exception {
        RunFolder folder = RunFolder.open(run);
        List<Challenge> challenges = Challenges.of(folder);
        challenges.forEach(this::say);
        boolean isCompared = challenges.stream().anyMatch(challenge -> challenge.rows() > 0);
        Instant at = from == null ? NextTick.of(folder) : from;
        List<ModelAnnouncement> promoted = promoted(challenges);
        if (announce.isAsked() && !promoted.isEmpty()) {
            announce.announce(common, promoted, at);
        }
        if (!isCompared) {
            common.say(
                    "nothing to compare: no challenger and its champion both forecast a row that met its outcome; announce one with cst models announce --role challenger");
        }
        common.result(new Result(at == null ? null : at.toString(), challenges));
        return isCompared ? 0 : 1;
    }

    private void say(Challenge challenge) {
        common.say(
                "%-5s %s: challenger %s, champion %s",
                challenge.horizon(),
                challenge.member(),
                challenge.challenger().version(),
                challenge.champion().version());
        if (challenge.rows() > 0) {
            common.say(
                    "      %,d rows, %.1f independent outcomes; Brier score %.5f against %.5f, difference %+.5f (95 %%: %+.5f to %+.5f)",
                    challenge.rows(),
                    challenge.independentOutcomes(),
                    challenge.challengerBrier(),
                    challenge.championBrier(),
                    challenge.difference(),
                    challenge.lower(),
                    challenge.upper());
        }
        common.say("      %s", meaning(challenge));
    }

    private static String meaning(Challenge challenge) {
        return switch (challenge.decision()) {
            case PROMOTED -> "promoted: better with its whole interval";
            case NOT_BETTER -> "the champion stays: the challenger is not better with its whole interval";
            case TOO_FEW_OUTCOMES ->
                String.format(
                        Locale.ROOT,
                        "the champion stays: fewer than %.0f independent outcomes decide nothing",
                        Promotion.FEWEST_OUTCOMES);
        };
    }

    /** The announcements of those promoted; read only where they are to be announced. */
    private List<ModelAnnouncement> promoted(List<Challenge> challenges) throws IOException {
        List<ModelAnnouncement> promoted = new ArrayList<>();
        for (Challenge challenge : announce.isAsked() ? challenges : List.<Challenge>of()) {
            if (challenge.isPromoted()) {
                promoted.add(ModelFolder.announce(folder(challenge)));
            }
        }
        return promoted;
    }

    private Path folder(Challenge challenge) throws IOException {
        Path root = models == null ? ModelEvents.models(run) : models;
        for (Path folder : ModelFolder.list(root)) {
            ModelCard card = ModelFolder.card(folder);
            if (card.horizon().equals(challenge.horizon())
                    && card.modelSha256().equals(challenge.challenger().forest())) {
                return folder;
            }
        }
        throw new IllegalArgumentException(
                "models %s: no %s %s with SHA-256 %s; name the folder it lies in with --models"
                        .formatted(
                                root,
                                challenge.horizon(),
                                challenge.member(),
                                challenge.challenger().forest()));
    }
}
