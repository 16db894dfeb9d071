package org.cryptosmarttrader.prediction.sources.kafka;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sources.Sources;

/** The topic of events as the beginning of an unbounded run. */
public final class KafkaEvents implements Sources {

    private final String bootstrap;
    private final String topic;
    private final long after;

    /**
     * @param bootstrap host and port of a broker
     * @param after events available up to this instant are passed over; {@link Long#MIN_VALUE} for none
     */
    public KafkaEvents(String bootstrap, String topic, long after) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.after = after;
    }

    @Override
    public DataStream<Arrival> events(StreamExecutionEnvironment env) {
        // a reader without a partition would hold the watermark back for ever, without an error
        int readers = Math.min(env.getParallelism(), partitions());
        return env.fromSource(source(), watermarks(), "kafka")
                .uid("kafka-source")
                .name("events: kafka " + topic)
                .setParallelism(readers)
                .filter(arrival -> arrival.block().kind() != EventKind.HEARTBEAT)
                .uid("kafka-events")
                .name("events without heartbeats")
                .setParallelism(readers);
    }

    private KafkaSource<Arrival> source() {
        return KafkaSource.<Arrival>builder()
                .setBootstrapServers(bootstrap)
                .setTopics(topic)
                .setGroupId("cst-" + topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new EventDeserializer(after))
                .setProperty("partition.discovery.interval.ms", "-1")
                .build();
    }

    private static WatermarkStrategy<Arrival> watermarks() {
        return WatermarkStrategy.<Arrival>forGenerator(
                        context -> new HeartbeatWatermarks(KafkaEvents::millis, context.getMetricGroup()))
                .withTimestampAssigner((arrival, ignored) -> arrival.block().availableAt(0));
    }

    private static long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** @throws IllegalStateException if the broker cannot be reached or has no such topic */
    private int partitions() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "bootstrap.servers", bootstrap, "request.timeout.ms", "10000", "default.api.timeout.ms", "15000"));
        try (Admin admin = Admin.create(properties)) {
            TopicDescription description =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            return description.partitions().size();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "kafka %s: topic %s cannot be read (%s); start ingest, or name the broker with --bootstrap"
                            .formatted(bootstrap, topic, e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "kafka %s: interrupted while looking for topic %s".formatted(bootstrap, topic), e);
        }
    }
}
