package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.KnownRoots;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** Whether models were trained on a dataset as it lies there now. Reads all of it once. */
public final class TrainingRoots {

    private static final String NAME = "training set";

    private final Path dataset;
    private final KnownRoots roots;
    private final Map<Long, String> asOf = new TreeMap<>();

    /** @param dataset output of cst dataset, or the training set of a backtest */
    public TrainingRoots(Path dataset, FeatureCatalog catalog) throws IOException {
        this.dataset = dataset;
        this.roots = new KnownRoots(RunFolder.open(dataset), List.of(Datasets.features(catalog), Datasets.LABELS));
    }

    /** @param model what an explanation says of the model */
    public Step step(Map<String, Object> model) throws IOException {
        Instant known = Instant.parse((String) model.get("trained_as_of"));
        String expected = (String) model.get("training_root");
        String found = asOf.get(known.toEpochMilli());
        if (found == null) {
            found = Sha256.hex(roots.asOf(known.toEpochMilli()));
            asOf.put(known.toEpochMilli(), found);
        }
        return found.equals(expected)
                ? Step.holds(
                        NAME, "the rows of %s known by %s have the root %.12s the card names", dataset, known, found)
                : Step.differs(
                        NAME,
                        "the rows of %s known by %s have the root %.12s, the card says %.12s: they were altered, or the model was trained on others",
                        dataset,
                        known,
                        found,
                        expected);
    }
}
