package org.cryptosmarttrader.serving.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.Required;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * What the last comparison of a run found, {@code parity.json} in its folder.
 *
 * @param at wall clock of the comparison, ISO
 * @param beside id of the other run
 * @param equal whether anything was compared and nothing differs
 */
public record LastParity(
        @Required String at,
        @Required String beside,
        boolean equal,
        @Required List<Compared> datasets) {

    private static final String FILE = "parity.json";

    /**
     * A dataset as compared.
     *
     * @param values compared that are finite numbers
     */
    public record Compared(@Required String dataset, long rows, long values, boolean equal) {}

    /** Notes what was found of a run beside another. */
    public static void write(RunFolder run, RunFolder other, ParityReport found, Instant at) throws IOException {
        List<Compared> datasets = found.datasets().stream()
                .map(dataset -> new Compared(dataset.dataset(), dataset.rows(), dataset.values(), dataset.isEqual()))
                .toList();
        Json.replace(
                run.root().resolve(FILE),
                new LastParity(at.toString(), other.manifest().run(), found.isEqual(), datasets));
    }

    /** Empty if the run was compared with none. */
    public static Optional<LastParity> of(RunFolder run) throws IOException {
        Path file = run.root().resolve(FILE);
        return Files.exists(file) ? Optional.of(Json.read(file, LastParity.class)) : Optional.empty();
    }
}
