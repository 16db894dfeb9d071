package org.cryptosmarttrader.serving.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** Writes a run as {@code features.csv} and {@code predictions.csv}, day after day, so that a year needs no more room than a day. */
public final class CsvExport {

    public static final String FEATURES = "features.csv";
    public static final String PREDICTIONS = "predictions.csv";

    private CsvExport() {}

    /**
     * What was written.
     *
     * @param features number of rows
     * @param predictions number of rows; null if the run forecast nothing and there is no such file
     * @param unknown names of the system before whose columns are empty, since the run was made without the feature
     */
    public record Written(long features, Long predictions, List<String> unknown) {}

    /**
     * @param out folder of the tables; earlier ones of these names are replaced
     * @throws IOException if the run has not come to its end, a file of it is damaged, or predictions of another run would
     *     be left beside this one's features
     */
    public static Written write(RunFolder run, Path out) throws IOException {
        requireWhole(run);
        SharedColumns shared = new SharedColumns(run.manifest());
        boolean forecasts = !run.files("forecasts").isEmpty();
        if (!forecasts) {
            requireNone(out.resolve(PREDICTIONS));
        }
        long features = write(run, new FeatureTable(run, shared), out.resolve(FEATURES));
        Long predictions = forecasts ? write(run, new PredictionTable(run, shared), out.resolve(PREDICTIONS)) : null;
        return new Written(features, predictions, shared.unknown());
    }

    private static void requireWhole(RunFolder run) throws IOException {
        if (run.wholeUpTo() < run.manifest().until()) {
            throw new IOException("output %s: not whole up to its last tick %s; let the run finish, then export it"
                    .formatted(run.root(), Instant.ofEpochMilli(run.manifest().until())));
        }
    }

    private static void requireNone(Path predictions) throws IOException {
        if (Files.exists(predictions)) {
            throw new IOException(
                    "%s: is there already, but this run forecast nothing; remove it or choose another --out"
                            .formatted(predictions));
        }
    }

    private static long write(RunFolder run, DayTable table, Path file) throws IOException {
        try (CsvFile csv = new CsvFile(file, table.header())) {
            long last = UtcDays.dayOf(run.manifest().until());
            for (long day = UtcDays.dayOf(run.manifest().emitFrom()); day <= last; day++) {
                table.write(day, csv);
            }
            return csv.complete();
        }
    }
}
