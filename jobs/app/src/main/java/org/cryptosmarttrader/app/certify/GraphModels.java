package org.cryptosmarttrader.app.certify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.app.runs.Training;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * The training of {@code cst train}, out of Parquet files that go when they are read. Its calibration block is short, so that
 * a span of weeks has something to train on; what is asked of it does not depend on that.
 *
 * @param forests folder of the definitions
 */
public record GraphModels(RunPlan plan, Path forests) implements ModelTrainer {

    private static final long CALIBRATION = TickGrid.DAY;
    private static final long ROW_GROUP = 8L << 20;

    @Override
    public SortedMap<String, byte[]> train(MadeRows dataset, long asOf) throws Exception {
        SortedMap<String, byte[]> models = new TreeMap<>();
        try (Scratch scratch = Scratch.create("cst-certify-models")) {
            RunFolder folder = RunFolder.create(
                    scratch.folder().resolve("dataset"), plan.manifest("dataset", List.of(), Version.program()));
            write(folder, Datasets.features(plan.settings().catalog()), dataset.features());
            write(folder, Datasets.LABELS, dataset.labels());
            folder.noteEnd();
            List<Horizon> horizons = plan.settings().horizons();
            Training training = new Training(folder, plan.conf(), horizons, forests);
            for (Horizon horizon : horizons) {
                Training.Outcome made = training.train(
                                horizon,
                                List.of(fold(horizon, asOf)),
                                scratch.folder().resolve("models"),
                                Training.Extras.NONE)
                        .get(0);
                for (Path model : made.models()) {
                    models.put(horizon.label() + " " + ModelFolder.card(model).member(), bytes(model));
                }
            }
        }
        return models;
    }

    private static Fold fold(Horizon horizon, long asOf) {
        long available = asOf + WalkForward.FIT_TIME;
        return new WalkForward(
                        available,
                        available + TickGrid.HOUR,
                        Long.MAX_VALUE / 4,
                        horizon,
                        CALIBRATION,
                        WalkForward.EMBARGO)
                .folds()
                .get(0);
    }

    /** Model and card. */
    private static byte[] bytes(Path model) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.sorted().toList()) {
                all.write(Files.readAllBytes(file));
            }
        }
        return all.toByteArray();
    }

    /** Files rows under the days they became available, as a run does. */
    private void write(RunFolder folder, RowSchema schema, RowBatch rows) throws IOException {
        RunOutput output = plan.output(folder.root(), folder.manifest());
        SortedMap<Long, List<Integer>> byDay = new TreeMap<>();
        long[] times = rows.longs(schema.indexOf(schema.availableAt()));
        for (int row = 0; row < rows.rows(); row++) {
            byDay.computeIfAbsent(UtcDays.dayOf(times[row]), day -> new ArrayList<>())
                    .add(row);
        }
        for (Map.Entry<Long, List<Integer>> day : byDay.entrySet()) {
            Path file = Path.of(
                    URI.create(output.path(schema.dataset(), UtcDays.date(day.getKey()), "part-00000.parquet")));
            Files.createDirectories(file.getParent());
            try (ParquetRowWriter writer =
                    new ParquetRowWriter(new LocalOutputFile(file), schema, Map.of(), ROW_GROUP)) {
                writer.write(rows.select(
                        day.getValue().stream().mapToInt(Integer::intValue).toArray()));
            }
        }
    }
}
