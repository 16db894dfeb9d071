package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.domain.*;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.history.*;
import org.cryptosmarttrader.ingest.kafka.*;
import org.cryptosmarttrader.prediction.*;
import org.cryptosmarttrader.prediction.scoring.OnnxModel;
import org.cryptosmarttrader.prediction.sinks.parquet.*;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.sources.archive.*;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.*;
import org.cryptosmarttrader.training.*;
import org.cryptosmarttrader.wire.archive.*;
import org.cryptosmarttrader.wire.models.*;
import org.cryptosmarttrader.wire.rows.*;
import org.cryptosmarttrader.wire.runs.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@org.junit.jupiter.api.Tag("long")
class SkeletonITCase {
    static final TickGrid GRID = new TickGrid(TickGrid.HOUR, 5000);
    static final long FROM = Instant.parse("2021-01-01T00:00:00Z").toEpochMilli();
    static final long UNTIL = GRID.tickOf(Instant.parse("2021-04-01T00:00:00Z").toEpochMilli());

    @TempDir
    Path dir;

    static class Row {
        long avail;
        RowBatch batch;
        int row;
    }

    Archive archive(Path root) throws Exception {
        Archive archive = Archive.openOrCreate(root);
        List<EventBlock> all = new ArrayList<>();
        try (var files = Files.list(Golden.shared("data/ohlcv/binance-1h-2017-2022"))) {
            for (Path f : files.sorted().toList()) {
                String pair = Symbols.plain()
                        .canonical(f.getFileName().toString().replaceAll("_.*", ""))
                        .orElseThrow();
                byte[] hash = Sha256.of(Files.readAllBytes(f));
                try (var r = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(f))))) {
                    for (String line; (line = r.readLine()) != null; ) {
                        String[] p = line.split(",");
                        long start = Long.parseLong(p[0]) * 1000;
                        if (start < FROM - 60 * TickGrid.DAY || start > UNTIL) continue;
                        double n = Double.NaN;
                        all.add(new EventBlock(
                                EventKind.BAR,
                                "binance",
                                pair,
                                TickGrid.HOUR,
                                Availability.ASSIGNED,
                                new long[] {start},
                                new long[] {start + TickGrid.HOUR - 1},
                                new long[] {start + TickGrid.HOUR + 5000},
                                new double[] {
                                    Double.parseDouble(p[1]),
                                    Double.parseDouble(p[2]),
                                    Double.parseDouble(p[3]),
                                    Double.parseDouble(p[4]),
                                    Double.parseDouble(p[5]),
                                    n,
                                    n,
                                    n,
                                    n
                                },
                                hash,
                                null));
                    }
                }
            }
        }
        all.sort(Comparator.comparingLong((EventBlock b) -> b.availableAt(0)).thenComparing(EventBlock::pair));
        DayFilesWriter w = new DayFilesWriter(root, EventKind.BAR, "c1");
        RowBuilder one = new RowBuilder(EventRows.schema(EventKind.BAR));
        for (EventBlock b : all) {
            EventRows.add(one, b, 0, 1);
            w.add(one.build(), 0);
        }
        System.out.println("events " + all.size());
        return archive.commit(new Commit(1, w.finish(), List.of(), List.of(), List.of(), 0));
    }

    GraphSettings settings() {
        return new GraphSettings(
                new MemoryRules(
                        GRID,
                        new Lateness(5000, 6 * TickGrid.HOUR),
                        MarketFeeds.always("*/USDT", new MarketFeed("binance", EventKind.BAR, TickGrid.HOUR)),
                        1000),
                FeatureCatalog.standard(),
                Horizon.ALL,
                List.of("BTC", "ETH"),
                List.of(),
                UNTIL);
    }

    RunManifest manifest(String run) {
        GraphSettings s = settings();
        return new RunManifest(
                run,
                "dataset",
                FROM - 60 * TickGrid.DAY,
                FROM,
                UNTIL,
                GRID.intervalMillis(),
                GRID.graceMillis(),
                s.catalog().fingerprint(GRID),
                s.catalog().names(),
                List.of(),
                new TreeMap<>(),
                List.of(),
                "",
                List.of(),
                "test",
                null,
                null);
    }

    RunFolder bounded(String run, Sources sources, JobSettings job) throws Exception {
        long t = System.nanoTime();
        RunFolder folder = RunFolder.create(dir.resolve(run), manifest(run));
        ParquetSink sink = new ParquetSink(new RunOutput(
                dir.resolve(run).toUri().toString(),
                run,
                Datasets.all(FeatureCatalog.standard()),
                FROM,
                UNTIL,
                Map.of()));
        LocalJob.run(new PredictionGraph(settings(), sources, sink), job, run);
        double s1 = (System.nanoTime() - t) / 1e9;
        RunFolder sealed = folder.seal(Datasets.all(FeatureCatalog.standard()).values());
        System.out.println(run + " " + s1 + " s, sealed " + (System.nanoTime() - t) / 1e9 + " rows "
                + sealed.manifest().rows() + " roots " + sealed.manifest().roots());
        return sealed;
    }

    @Test
    void all_ways_give_the_same_roots() throws Exception {
        Path root = dir.resolve("archive");
        archive(root);
        Path models = dir.resolve("models-archive");
        ArchiveSpan data = new ArchiveSpan(List.of(root.toString()), List.of(), FROM - 60 * TickGrid.DAY, UNTIL, GRID);
        RunFolder dataset = bounded("dataset", new ArchiveSource(data), JobSettings.once(2));
        // train
        Horizon h = new Horizon(1);
        long asOf = Instant.parse("2021-02-28T23:00:00Z").toEpochMilli();
        TrainingSet set = TrainingSet.read(dataset, FeatureCatalog.standard(), h, asOf);
        ModelScorer scorer = (onnx, columns, features, batch) -> {
            try (OnnxModel m = OnnxModel.load(onnx, columns)) {
                int rows = features.length / columns;
                float[] a = new float[rows], b = new float[rows];
                for (int i = 0; i < rows; i += batch) {
                    int n = Math.min(batch, rows - i);
                    var s = m.score(Arrays.copyOfRange(features, i * columns, (i + n) * columns));
                    System.arraycopy(s.scaledReturns(), 0, a, i, n);
                    System.arraycopy(s.risesLikely(), 0, b, i, n);
                }
                return new ModelScorer.Scores(a, b);
            }
        };
        Fold fold = new WalkForward(
                        asOf + TickGrid.HOUR, UNTIL, 1000 * TickGrid.DAY, h, 14 * TickGrid.DAY, TickGrid.DAY)
                .folds()
                .get(0);
        long t = System.nanoTime();
        var made = new ModelMaker(
                        FeatureCatalog.standard(),
                        GRID,
                        new ForestSettings(100, 8, 200, .632, .35, 256, 200000, 7),
                        scorer,
                        "test")
                .make(set, h, fold, "00".repeat(32))
                .orElseThrow();
        System.out.println("trained " + set.size() + " rows in " + (System.nanoTime() - t) / 1e9 + " scores "
                + made.card().scores() + " bytes " + made.onnx().length);
        Path folder = ModelFolder.write(dir.resolve("models"), made.card(), made.onnx());
        EventBlock event = ModelFolder.announce(folder).event(fold.availableFrom(), 1);
        Archive ma = Archive.openOrCreate(models);
        DayFilesWriter w = new DayFilesWriter(models, EventKind.MODEL, "c1");
        RowBuilder one = new RowBuilder(EventRows.schema(EventKind.MODEL));
        EventRows.add(one, event, 0, 0);
        w.add(one.build(), 0);
        ma.commit(new Commit(1, w.finish(), List.of(), List.of(), List.of(), 0));
        ArchiveSpan both = new ArchiveSpan(
                List.of(root.toString(), models.toString()), List.of(), FROM - 60 * TickGrid.DAY, UNTIL, GRID);
        Map<String, String> expected = bounded("p1", new ArchiveSource(both), JobSettings.once(1))
                .manifest()
                .roots();
        for (int p : new int[] {2, 4})
            assertThat(bounded("p" + p, new ArchiveSource(both), JobSettings.once(p))
                            .manifest()
                            .roots())
                    .isEqualTo(expected);
        // kafka
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("broker"))) {
            for (int p : new int[] {1, 2}) {
                String run = "kafka" + p;
                TopicAdmin.create(broker.bootstrap(), List.of(run), 4);
                long t0 = System.nanoTime();
                Thread feedThread;
                RunFolder out = RunFolder.create(dir.resolve(run), manifest(run));
                TickReader ticks = new TickReader(
                        List.of(Archive.open(root), Archive.open(models)),
                        b -> true,
                        b -> true,
                        FROM - 60 * TickGrid.DAY,
                        UNTIL,
                        GRID);
                EventPublisher pub = new EventPublisher(broker.bootstrap(), run, "replay", new long[4]);
                ReplayFeed feed = new ReplayFeed(ticks, pub, UNTIL);
                feedThread = new Thread(feed);
                feedThread.start();
                ParquetSink sink = new ParquetSink(new RunOutput(
                        dir.resolve(run).toUri().toString(),
                        run,
                        Datasets.all(FeatureCatalog.standard()),
                        FROM,
                        UNTIL,
                        Map.of()));
                JobSettings js = JobSettings.once(p)
                        .withCheckpoints(
                                Duration.ofSeconds(2),
                                dir.resolve("chk" + p).toUri().toString());
                JobClient client = LocalJob.start(
                        new PredictionGraph(settings(), new KafkaEvents(broker.bootstrap(), run, Long.MIN_VALUE), sink),
                        js,
                        run);
                while (out.wholeUpTo() < UNTIL) {
                    Thread.sleep(200);
                    assertThat(feed.failure()).isNull();
                    assertThat(client.getJobStatus().get().isTerminalState()).isFalse();
                }
                client.stopWithSavepoint(false, dir.resolve("sp").toUri().toString(), SavepointFormatType.CANONICAL)
                        .get(60, TimeUnit.SECONDS);
                feed.stop();
                feedThread.join();
                pub.close();
                RunFolder sealed =
                        out.seal(Datasets.all(FeatureCatalog.standard()).values());
                System.out.println(run + " " + (System.nanoTime() - t0) / 1e9 + " s rows "
                        + sealed.manifest().rows());
                assertThat(sealed.manifest().roots()).isEqualTo(expected);
            }
        }
    }
}
