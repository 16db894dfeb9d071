package org.cryptosmarttrader.app.certify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.rows.ColumnType;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Trains three times: on everything, without what became available after the training, and with garbage in its place. */
final class TrainerCheck {

    static final String MODELS = "models";
    private static final double WIDEST = 1_000;

    private final ModelTrainer trainer;
    private final RowSchema features;
    private final long seed;

    TrainerCheck(ModelTrainer trainer, RowSchema features, long seed) {
        this.trainer = trainer;
        this.features = features;
        this.seed = seed;
    }

    /**
     * @param asOf instant of the training
     * @return a tally per model; none if nothing could be trained
     */
    List<ColumnTally> look(MadeRows dataset, long asOf) throws Exception {
        SortedMap<String, byte[]> reference = trainer.train(dataset, asOf);
        SortedMap<String, byte[]> cut = trainer.train(
                new MadeRows(known(features, dataset.features(), asOf), known(Datasets.LABELS, dataset.labels(), asOf)),
                asOf);
        SortedMap<String, byte[]> poisoned = trainer.train(
                new MadeRows(
                        poisoned(features, dataset.features(), asOf),
                        poisoned(Datasets.LABELS, dataset.labels(), asOf)),
                asOf);
        TreeSet<String> names = new TreeSet<>(reference.keySet());
        names.addAll(cut.keySet());
        names.addAll(poisoned.keySet());
        List<ColumnTally> tallies = new ArrayList<>();
        for (String name : names) {
            ColumnTally tally = ColumnTally.ofModel(MODELS, name);
            compare(tally, name, asOf, "later rows removed", reference.get(name), cut.get(name));
            compare(tally, name, asOf, "later rows poisoned", reference.get(name), poisoned.get(name));
            tallies.add(tally);
        }
        return tallies;
    }

    private static void compare(ColumnTally tally, String name, long asOf, String run, byte[] expected, byte[] found) {
        tally.finite(1);
        tally.compared(Check.TRAINER, 1, 1);
        if (!Arrays.equals(expected, found)) {
            tally.accuse(
                    Check.TRAINER,
                    () -> new Certificate.Accusation(
                            Check.TRAINER.name(),
                            MODELS,
                            name,
                            "",
                            Instant.ofEpochMilli(asOf).toString(),
                            name,
                            hash(expected),
                            hash(found),
                            run));
        }
    }

    private static String hash(byte[] model) {
        return model == null ? "no model" : Sha256.hex(Sha256.of(model));
    }

    private static RowBatch known(RowSchema schema, RowBatch rows, long asOf) {
        long[] availableAt = rows.longs(schema.indexOf(schema.availableAt()));
        return rows.where(row -> availableAt[row] <= asOf);
    }

    private RowBatch poisoned(RowSchema schema, RowBatch rows, long asOf) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] availableAt = rows.longs(schema.indexOf(schema.availableAt()));
        RowBuilder poisoned = new RowBuilder(schema, Math.max(1, rows.rows()));
        for (int row = 0; row < rows.rows(); row++) {
            poisoned.copy(rows, row);
            for (int column = 0; column < schema.width() && availableAt[row] > asOf; column++) {
                if (schema.columns().get(column).type() == ColumnType.DOUBLE) {
                    poisoned.set(column, random.nextDouble(-WIDEST, WIDEST));
                }
            }
        }
        return poisoned.build();
    }
}
