package org.cryptosmarttrader.prediction;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.prediction.sinks.kafka.KafkaSinks;
import org.cryptosmarttrader.prediction.sinks.parquet.EventRecorder;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.conf.Instants;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.Datasets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The graph as {@code flink run} starts it: Kafka in, Kafka and Parquet out. The job holds no key of any venue. */
@Command(
        name = "PredictionJob",
        mixinStandardHelpOptions = true,
        description = "Predict, judge and paper-trade from Kafka.")
public final class PredictionJob implements Callable<Integer> {

    @Option(
            names = "--conf",
            required = true,
            paramLabel = "DIR",
            description = "folder of the settings, read where this runs")
    private Path conf;

    @Option(names = "--set", paramLabel = "FILE.KEY=VALUE", description = "a setting for this run")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--feed",
            paramLabel = "PAIRS=FEED",
            description = "which feed bars are folded from, e.g. */USD=kraken:trade, besides conf/sources.yaml")
    private Map<String, String> feeds = new LinkedHashMap<>();

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "a Kafka broker")
    private String bootstrap;

    @Option(names = "--topic-prefix", paramLabel = "TEXT", description = "before the names of topics (default: none)")
    private String prefix = "";

    @Option(names = "--out", required = true, paramLabel = "URI", description = "output every TaskManager can write to")
    private String out;

    @Option(
            names = "--run",
            required = true,
            paramLabel = "ID",
            description = "id of the run, part of the output's paths")
    private String run;

    @Option(names = "--emit-from", paramLabel = "T", description = "first decision instant whose rows are written, UTC")
    private String emitFrom;

    @Option(names = "--until", paramLabel = "T", description = "last tick, UTC (default: none)")
    private String until;

    @Option(names = "--pairs", split = ",", paramLabel = "PAIR", description = "canonical pairs (default: all)")
    private List<String> pairs = new ArrayList<>();

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "MS",
            description = "milliseconds (default: ${DEFAULT-VALUE})")
    private long checkpointInterval = 10_000;

    @Option(
            names = "--checkpoints",
            required = true,
            paramLabel = "URI",
            description = "folder of checkpoints every TaskManager can write to")
    private String checkpoints;

    @Option(names = "--state", paramLabel = "BACKEND", description = "hashmap or rocksdb (default: ${DEFAULT-VALUE})")
    private String backend = "hashmap";

    static {
        // before DJL's first class: it would report its use to a cloud address
        System.setProperty("ai.djl.offline", "true");
    }

    /** @throws Exception why the job was not started: Flink's client, which calls this, shows it */
    public static void main(String[] words) throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        CommandLine command = new CommandLine(new PredictionJob())
                .setParameterExceptionHandler((wrong, given) -> note(failure, wrong))
                .setExecutionExceptionHandler((failed, with, given) -> note(failure, failed));
        command.execute(words);
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static int note(AtomicReference<Exception> failure, Exception met) {
        failure.set(met);
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        new JobSettings(
                        env.getParallelism(),
                        // live: every exchange may cost this long, and there are seven in a row
                        Duration.ofMillis(1),
                        Duration.ofMillis(checkpointInterval),
                        checkpoints,
                        backend,
                        "")
                .applyTo(env);
        graph().addTo(env);
        env.executeAsync(run);
        return 0;
    }

    private PredictionGraph graph() {
        Configuration read = Configuration.read(conf, overrides);
        Configuration configuration = read.withFeeds(feeds(read));
        long last = until == null ? Long.MAX_VALUE : instant(until);
        GraphSettings settings = GraphSettings.of(configuration, pairs, last);
        var schemas = Datasets.all(settings.catalog());
        long from = emitFrom == null ? Long.MIN_VALUE : instant(emitFrom);
        RunOutput output = new RunOutput(out, run, schemas, from, last, Map.of("cst.run", run));
        Topics topics = new Topics(prefix);
        return new PredictionGraph(
                settings,
                new RunMark(run, configuration.hash()),
                new KafkaEvents(bootstrap, topics.events(), Long.MIN_VALUE),
                Sinks.all(List.of(
                        new ParquetSink(output),
                        new EventRecorder(output),
                        new KafkaSinks(bootstrap, topics, schemas, from))));
    }

    private MarketFeeds feeds(Configuration read) {
        Map<String, List<MarketFeeds.Span>> spans = new TreeMap<>(read.feeds().spans());
        feeds.forEach((pattern, feed) -> spans.put(
                pattern, List.of(new MarketFeeds.Span(MarketFeed.parse(feed), Long.MIN_VALUE, Long.MAX_VALUE))));
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(
                    "no feed to fold bars from; name one with --feed '*/USD=kraken:trade', or under feeds in conf/sources.yaml");
        }
        return new MarketFeeds(spans);
    }

    private static long instant(String text) {
        return Instants.parse(text)
                .map(Instant::toEpochMilli)
                .orElseThrow(() -> new IllegalArgumentException("'%s' is not %s".formatted(text, Instants.EXPECTED)));
    }
}
