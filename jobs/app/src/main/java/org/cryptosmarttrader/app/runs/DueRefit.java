package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;

/**
 * The refit that a schedule asks for by now. The schedule is the one of a walk-forward, so the models are those that a backtest
 * over the same archive trains as of the same instant, byte for byte.
 *
 * @param genesis first instant whose events are folded; empty: the archive's first day
 * @param from instant from which the first models of the schedule were available
 * @param every time from one refit to the next, milliseconds
 * @param definitions folder of the models' definitions
 */
public record DueRefit(
        Configuration conf,
        Path archive,
        List<String> pairs,
        Optional<Instant> genesis,
        Instant from,
        long every,
        Path definitions) {

    /** Instant up to which the models of the last refit know anything; empty if the archive ends before the first. */
    public Optional<Instant> asOf() throws IOException {
        long known = Archive.open(archive).lastAvailableAt();
        long first = from.toEpochMilli() - WalkForward.FIT_TIME;
        return known < first
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(first + (known - first) / every * every));
    }

    /** Instant from which models trained as of another are used. */
    public static Instant usedFrom(Instant asOf) {
        return asOf.plusMillis(WalkForward.FIT_TIME);
    }

    /** The horizons of which a folder has no models of that refit. */
    public List<Horizon> missing(Path models, Instant asOf) throws IOException {
        List<Horizon> missing = new ArrayList<>(horizons());
        for (Path model : ModelFolder.list(models)) {
            ModelCard card = ModelFolder.card(model);
            if (card.trainedAsOf() == asOf.toEpochMilli()) {
                missing.removeIf(horizon -> horizon.label().equals(card.horizon()));
            }
        }
        return missing;
    }

    private List<Horizon> horizons() {
        TickGrid grid = conf.grid();
        return conf.horizons().stream().filter(horizon -> horizon.fits(grid)).toList();
    }

    /**
     * Trains, with the controls of each forest.
     *
     * @param out folder of models
     * @param scratch new folder for the training set
     * @return what came of each horizon
     */
    public List<Training.Outcome> make(List<Horizon> wanted, Instant asOf, Path out, Path scratch, JobSettings job)
            throws Exception {
        Span span = new Span(genesis.orElse(asOf.minusMillis(conf.grid().intervalMillis())), asOf, genesis);
        RunPlan plan = RunPlan.of(conf, archive, span, pairs, RunPlan.Genesis.ARCHIVE);
        Training training = new Training(Training.set(plan, scratch, job), plan.conf(), wanted, definitions);
        List<Training.Outcome> outcomes = new ArrayList<>();
        for (Horizon horizon : wanted) {
            Fold fold = Training.fit(plan.conf(), horizon, asOf);
            outcomes.addAll(training.train(horizon, List.of(fold), out));
        }
        return outcomes;
    }
}
