package org.cryptosmarttrader.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.stages.AdmitEvents;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** {@code cst dataset} from beginning to end. */
record RunBench() implements Bench {

    private static final long ROW_GROUP_BYTES = 16L << 20;

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String unit() {
        return "rows";
    }

    @Override
    public String meaning() {
        return "archive to sealed Parquet, all stages: cst dataset; the loop decodes, folds, computes the pairs' features and writes them into one file, without labels, cross-section, judging, book, hashes and roots; Flink alone reads the archive";
    }

    @Override
    public Ways over(Load load) {
        return new Ways(() -> product(load), () -> loop(load), () -> flink(load));
    }

    private static Ways.Done product(Load load) throws Exception {
        RunPlan plan = load.plan();
        RunFolder run = BoundedRun.run(
                plan, plan.manifest("dataset", List.of(), Version.program()), List.of(), load.newFolder(), load.job());
        FeatureCatalog catalog = plan.settings().catalog();
        return new Ways.Done(run.manifest().rows().get("features"), () -> {
            long[] sum = new long[1];
            run.read(Datasets.features(catalog), rows -> sum[0] += bits(rows, catalog));
            return sum[0];
        });
    }

    private static Ways.Done loop(Load load) throws Exception {
        RunPlan plan = load.plan();
        FeatureCatalog catalog = plan.settings().catalog();
        RowSchema schema = Datasets.features(catalog);
        Path file = Files.createDirectories(load.newFolder()).resolve("features.parquet");
        long[] rows = new long[1];
        try (TickReader reader = plan.archiveSpan(List.of()).open();
                ParquetRowWriter writer =
                        new ParquetRowWriter(new LocalOutputFile(file), schema, Map.of(), ROW_GROUP_BYTES)) {
            PlainLoop loop = new PlainLoop(plan.settings(), history -> {
                if (history.tick() >= plan.emitFrom()) {
                    RowBuilder row = new RowBuilder(schema);
                    row.row().set(0, history.tick()).set(1, history.pair()).set(6, "");
                    double[] values = catalog.values(history);
                    for (int column = 0; column < values.length; column++) {
                        row.set(Datasets.FEATURES_FROM + column, values[column]);
                    }
                    writer.write(row.build());
                    rows[0]++;
                }
            });
            for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                loop.add(tick);
            }
            loop.end();
        }
        return new Ways.Done(rows[0], () -> bits(file, schema, catalog));
    }

    private static long bits(Path file, RowSchema schema, FeatureCatalog catalog) throws Exception {
        try (ParquetRowReader reader = ParquetRowReader.open(file, schema)) {
            return bits(reader.all(), catalog);
        }
    }

    /** Of the features both ways compute. */
    private static long bits(RowBatch rows, FeatureCatalog catalog) {
        return Bits.ofColumns(
                rows,
                Datasets.FEATURES_FROM,
                Datasets.FEATURES_FROM + catalog.ofPair().size());
    }

    private static Ways.Done flink(Load load) throws Exception {
        MemoryJob job = new MemoryJob(load.job());
        ArchiveSource archive = new ArchiveSource(load.plan().archiveSpan(List.of()));
        return BareKeyedJob.run(job, AdmitEvents.of(archive.events(job.env()), false), EventBlock::pair);
    }
}
