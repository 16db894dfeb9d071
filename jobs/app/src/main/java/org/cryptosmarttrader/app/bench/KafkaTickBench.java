package org.cryptosmarttrader.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.app.runs.Scratch;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.ingest.kafka.WholeTopic;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.RunMark;
import org.cryptosmarttrader.prediction.sinks.kafka.KafkaSinks;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.events.RowCodec;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.Datasets;

/** A live tick over Kafka, from its bars sent to the last forecast read. */
record KafkaTickBench() implements Bench {

    private static final int TICKS = 100;
    private static final int PARTITIONS = 4;
    private static final Duration WAIT = Duration.ofMillis(5);
    private static final long SECONDS = 120;

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String unit() {
        return "ticks";
    }

    @Override
    public String meaning() {
        return "the bars of %d pairs and the heartbeat behind them sent to a broker, through the whole graph with a forest for every horizon that the load has labels for, until the tick's last forecast was read from its topic, tick after tick, all in one process; the loop folds the pairs; Flink alone moves the events"
                .formatted(LiveMarket.PAIRS);
    }

    @Override
    public Ways over(Load load) throws Exception {
        List<BenchForest> forests = BenchForest.ofEveryHorizon(load);
        LiveMarket market = LiveMarket.behind(load, TICKS);
        GraphSettings settings = market.settings(load.plan().settings());
        return new Ways(
                () -> overKafka(load, settings, market, forests),
                () -> loop(settings, market, forests.size()),
                () -> TickBench.flink(load, market));
    }

    /** Forecasts of each tick, by its instant. */
    private static Map<Long, Integer> expected(GraphSettings settings, LiveMarket market, int forests)
            throws Exception {
        Map<Long, Integer> expected = new TreeMap<>();
        PlainLoop loop = new PlainLoop(settings, history -> expected.merge(history.tick(), forests, Integer::sum));
        for (TickReader.Tick tick : market.ticks()) {
            loop.add(tick);
        }
        return expected;
    }

    private static Ways.Done loop(GraphSettings settings, LiveMarket market, int forests) throws Exception {
        long forecasts = expected(settings, market, forests).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        return new Ways.Done(TICKS, () -> forecasts);
    }

    private static Ways.Done overKafka(Load load, GraphSettings settings, LiveMarket market, List<BenchForest> forests)
            throws Exception {
        Topics topics = new Topics("bench.");
        Map<Long, Integer> expected = expected(settings, market, forests.size());
        try (Scratch folder = Scratch.create("cst-bench");
                EmbeddedBroker broker = EmbeddedBroker.start(folder.folder())) {
            TopicAdmin.ensure(broker.bootstrap(), topics, PARTITIONS);
            JobClient job = LocalJob.start(
                    new PredictionGraph(
                            settings,
                            new RunMark("bench", ""),
                            new KafkaEvents(broker.bootstrap(), topics.events(), Long.MIN_VALUE),
                            new KafkaSinks(
                                    broker.bootstrap(), topics, Datasets.all(settings.catalog()), market.firstTick())),
                    load.job().forLive(),
                    "bench");
            try (EventPublisher publisher = new EventPublisher(
                            broker.bootstrap(), topics.events(), GeneratedPair.SOURCE, new long[PARTITIONS]);
                    Forecasts forecasts = new Forecasts(broker.bootstrap(), topics.of("forecasts"))) {
                publisher.send(TickBench.announced(forests, market));
                List<Double> millis = new ArrayList<>();
                for (TickReader.Tick tick : market.ticks()) {
                    long began = System.nanoTime();
                    publisher.send(tick.blocks());
                    publisher.heartbeats(List.of(tick.tick() + 1));
                    forecasts.await(tick.tick(), expected.get(tick.tick()));
                    millis.add((System.nanoTime() - began) / 1e6);
                }
                // the first brings the memory
                double[] timed =
                        millis.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
                return new Ways.Done(timed.length, forecasts::read, timed);
            } finally {
                job.cancel().get();
            }
        }
    }

    /** What is read of the topic of forecasts. */
    private static final class Forecasts implements AutoCloseable {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final RowCodec codec = new RowCodec(Datasets.FORECASTS);
        private long tick = Long.MIN_VALUE;
        private int ofTick;
        private long read;

        Forecasts(String bootstrap, String topic) {
            consumer = WholeTopic.consumer(bootstrap, topic);
        }

        void await(long decision, int count) throws IOException {
            tick = decision;
            ofTick = 0;
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (ofTick < count) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(WAIT)) {
                    read++;
                    ofTick += codec.decode(message.value()).longs(0)[0] == tick ? 1 : 0;
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "bench: %d of %d forecasts of a tick after %d s".formatted(ofTick, count, SECONDS));
                }
            }
        }

        long read() {
            return read;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
