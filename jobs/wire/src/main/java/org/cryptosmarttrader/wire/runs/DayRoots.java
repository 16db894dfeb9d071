package org.cryptosmarttrader.wire.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.provenance.RunTree;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.Required;
import org.cryptosmarttrader.wire.rows.DatasetDigest;

/**
 * Roots of a run's days, {@code roots.json} beside {@code run.json}: with them a row is led to the run's root without reading
 * the rows of other days.
 *
 * @param days root by dataset and UTC day, hexadecimal
 */
public record DayRoots(@Required SortedMap<String, SortedMap<String, String>> days) {

    private static final String FILE = "roots.json";

    static DayRoots none() {
        return new DayRoots(new TreeMap<>());
    }

    void add(String dataset, DatasetDigest digest) {
        SortedMap<String, String> roots = new TreeMap<>();
        digest.dayRoots().forEach((day, root) -> roots.put(UtcDays.date(day), Sha256.hex(root)));
        days.put(dataset, roots);
    }

    void write(Path run) throws IOException {
        Json.replace(run.resolve(FILE), this);
    }

    static void delete(Path run) throws IOException {
        Files.deleteIfExists(run.resolve(FILE));
    }

    /** Those of a finished run; empty while it is under way. */
    public static Optional<DayRoots> of(RunFolder run) throws IOException {
        Path file = run.root().resolve(FILE);
        return Files.exists(file) ? Optional.of(Json.read(file, DayRoots.class)) : Optional.empty();
    }

    /**
     * Root of a day as it was sealed.
     *
     * @param day since 1970-01-01
     * @return empty if the run had no row of the dataset on that day
     */
    public Optional<byte[]> root(String dataset, long day) {
        return Optional.ofNullable(ofDataset(dataset).get(UtcDays.date(day))).map(Sha256::parse);
    }

    /** Root of the run over these days, 32 bytes. */
    public byte[] runRoot(String dataset) {
        RunTree tree = new RunTree();
        ofDataset(dataset)
                .forEach((date, root) -> tree.add(LocalDate.parse(date).toEpochDay(), Sha256.parse(root)));
        return tree.root();
    }

    private SortedMap<String, String> ofDataset(String dataset) {
        return days.getOrDefault(dataset, new TreeMap<>());
    }
}
