package org.cryptosmarttrader.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Feature rows into Parquet files, one a day and subtask. */
record ParquetBench() implements Bench {

    private static final long ROW_GROUP_BYTES = 16L << 20;

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public String unit() {
        return "rows";
    }

    @Override
    public String meaning() {
        return "feature rows in memory to Parquet: the job's sink; the loop writes a file a day without Flink; Flink alone moves the rows";
    }

    @Override
    public Ways over(Load load) throws Exception {
        RowSchema schema = Datasets.features(load.plan().settings().catalog());
        Series<RowBatch> days = days(load, schema);
        return new Ways(
                () -> sink(load, schema, days),
                () -> loop(load, schema, days),
                () -> BareKeyedJob.run(load, days, MessageType.of(RowBatch.class), RowBatch::dataset));
    }

    /** The rows of the load, a step for each file they were written to; a watermark closes a day behind its last. */
    private static Series<RowBatch> days(Load load, RowSchema schema) throws Exception {
        List<Series.Step<RowBatch>> steps = new ArrayList<>();
        load.dataset().read(schema, rows -> {
            long[] decisions = rows.longs(schema.indexOf(schema.availableAt()));
            steps.add(new Series.Step<>(decisions[rows.rows() - 1], List.of(rows)));
        });
        return Series.of(steps);
    }

    private static Ways.Done sink(Load load, RowSchema schema, Series<RowBatch> days) throws Exception {
        Path folder = load.newFolder();
        FeatureCatalog catalog = load.plan().settings().catalog();
        RunOutput output = new RunOutput(
                folder.toUri().toString(),
                "bench",
                Datasets.all(catalog),
                Long.MIN_VALUE,
                load.plan().until(),
                Map.of());
        MemoryJob job = new MemoryJob(load.job());
        new ParquetSink(output).rows(job.stream(days, MessageType.of(RowBatch.class)));
        job.execute();
        return new Ways.Done(rows(days), () -> bits(folder, schema, catalog));
    }

    private static Ways.Done loop(Load load, RowSchema schema, Series<RowBatch> days) throws Exception {
        Path folder = Files.createDirectories(load.newFolder());
        for (long day = 0; day < days.ticks(); day++) {
            RowBatch rows = days.items().apply(day).get(0);
            long date = UtcDays.dayOf(rows.longs(schema.indexOf(schema.availableAt()))[0]);
            Path file = folder.resolve("%s-%d.parquet".formatted(UtcDays.date(date), day));
            try (ParquetRowWriter writer =
                    new ParquetRowWriter(new LocalOutputFile(file), schema, Map.of(), ROW_GROUP_BYTES)) {
                writer.write(rows);
            }
        }
        return new Ways.Done(
                rows(days), () -> bits(folder, schema, load.plan().settings().catalog()));
    }

    private static long rows(Series<RowBatch> days) {
        long rows = 0;
        for (long day = 0; day < days.ticks(); day++) {
            rows += days.items().apply(day).get(0).rows();
        }
        return rows;
    }

    private static long bits(Path folder, RowSchema schema, FeatureCatalog catalog) throws Exception {
        long sum = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                try (ParquetRowReader reader = ParquetRowReader.open(file, schema)) {
                    sum += Bits.ofColumns(
                            reader.all(), Datasets.FEATURES_FROM, Datasets.FEATURES_FROM + catalog.size());
                }
            }
        }
        return sum;
    }
}
