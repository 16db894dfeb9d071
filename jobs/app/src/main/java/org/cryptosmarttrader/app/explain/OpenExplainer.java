package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cryptosmarttrader.serving.explain.Explainer;
import org.cryptosmarttrader.serving.explain.Explanation;
import org.cryptosmarttrader.serving.explain.NotExplainedException;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.ConfException;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * An explainer for a server: of a run this program does not fit it says so when it is asked. Where archives are named it looks at
 * the raw payloads, too; it does not run the graph.
 */
public final class OpenExplainer implements Explainer, AutoCloseable {

    private final RunFolder run;
    private final Configuration conf;
    private final List<Path> archives;
    private final Path rawLog;
    private final RunExplainer explainer;
    private final String whyNot;

    /**
     * @param folder of the settings
     * @param archives of the run's events, none or more
     * @param rawLog raw log of the installation, there or not
     * @throws IOException if one of the archives is none
     */
    public OpenExplainer(RunFolder run, Path folder, List<Path> archives, Path rawLog) throws IOException {
        for (Path archive : archives) {
            Archive.open(archive);
        }
        this.run = run;
        this.archives = List.copyOf(archives);
        this.rawLog = rawLog;
        Configuration read = null;
        RunExplainer fitting = null;
        String misfit = null;
        try {
            read = Configuration.read(folder, run.manifest().overrides());
            fitting = RunExplainer.of(run, read);
        } catch (IllegalArgumentException | ConfException e) {
            // the run is shown all the same
            misfit = e.getMessage();
        }
        this.conf = read;
        this.explainer = fitting;
        this.whyNot = misfit;
    }

    @Override
    public Optional<Explanation> explain(String predictionId, OptionalLong decidedAt)
            throws IOException, NotExplainedException {
        if (explainer == null) {
            throw new NotExplainedException(whyNot);
        }
        Optional<Explanation> found = explainer.explain(predictionId, decidedAt);
        if (found.isEmpty() || archives.isEmpty()) {
            return found;
        }
        long at = Instant.parse((String) found.get().forecast().get("decision_at"))
                .toEpochMilli();
        try {
            EventsBehind events = EventsBehind.of(run, conf, archives, rawLog, at, at);
            return Optional.of(found.get().with(events.payloads(), events.steps()));
        } catch (IllegalArgumentException e) {
            // another archive, or one that ends before
            return Optional.of(found.get()
                    .with(List.of(), List.of(Step.notLookedAt(EventsBehind.PAYLOADS, "%s", e.getMessage()))));
        }
    }

    @Override
    public void close() {
        if (explainer != null) {
            explainer.close();
        }
    }
}
