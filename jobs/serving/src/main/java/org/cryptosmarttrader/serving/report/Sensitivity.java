package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.cryptosmarttrader.serving.findings.Otherwise;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * What would have come of a run's accounts had one thing at a time been otherwise. It lies beside the run's datasets.
 *
 * @param accounts by quote currency and lane
 */
public record Sensitivity(SortedMap<String, SortedMap<String, List<Otherwise>>> accounts) {

    /** Name of the file in a run's folder. */
    public static final String FILE = "sensitivity.json";

    /** What was tried of a run; empty if nothing was. */
    public static Optional<Sensitivity> of(RunFolder run) throws IOException {
        Path file = run.root().resolve(FILE);
        return Files.exists(file) ? Optional.of(Json.read(file, Sensitivity.class)) : Optional.empty();
    }

    /** Keeps it in a run's folder. */
    public void write(RunFolder run) throws IOException {
        Json.replace(run.root().resolve(FILE), this);
    }

    List<Otherwise> of(String quote, String lane) {
        return accounts.getOrDefault(quote, Collections.emptySortedMap()).getOrDefault(lane, List.of());
    }
}
