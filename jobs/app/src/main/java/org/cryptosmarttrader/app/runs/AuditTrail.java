package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.audit.AuditLog;
import org.cryptosmarttrader.wire.events.RowCodec;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a live run did, in its audit log: start and stop, orders, fills, limits hit, gates that opened or shut, and models that
 * came into force, as its topics say. Beside it every order and fill goes to the log of trading, and to that of performance when
 * a tick's decision could be read. It goes on where it ended; what was read twice stands there twice, with the same key.
 */
public final class AuditTrail implements AutoCloseable {

    /** Below the installation's data. */
    public static final String FOLDER = "audit";

    private static final Logger TRADING = LoggerFactory.getLogger("org.cryptosmarttrader.trading");
    private static final Logger PERFORMANCE = LoggerFactory.getLogger("org.cryptosmarttrader.performance");
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final List<RowSchema> WHOLE = List.of(Datasets.ORDERS, Datasets.FILLS, Datasets.AUDIT);

    private final AuditLog log;
    private final Path progressFile;
    private final Progress progress;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, RowSchema> schemas = new LinkedHashMap<>();
    private final Map<String, RowCodec> codecs = new LinkedHashMap<>();
    private final Thread following = new Thread(this::follow, "audit");
    private volatile boolean isStopped;
    private volatile Exception failure;

    /**
     * How far it came.
     *
     * @param offsets next record, by topic and partition with a dash between
     * @param gates whether the training gate was open, by horizon
     * @param models SHA-256 of the model judged, by horizon
     */
    private record Progress(
            SortedMap<String, Long> offsets, SortedMap<String, Boolean> gates, SortedMap<String, String> models) {}

    private AuditTrail(Path folder, String bootstrap, Topics topics) throws IOException {
        this.log = AuditLog.open(folder, System::currentTimeMillis);
        this.progressFile = folder.resolve("progress.json");
        this.progress = Files.exists(progressFile)
                ? Json.read(progressFile, Progress.class)
                : new Progress(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        WHOLE.forEach(schema -> schemas.put(topics.of(schema.dataset()), schema));
        schemas.put(topics.of(Datasets.STATUS.dataset()), Datasets.STATUS);
        schemas.forEach((topic, schema) -> codecs.put(topic, new RowCodec(schema)));
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "allow.auto.create.topics", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Notes the start, and follows.
     *
     * @param folder of this writer's log
     * @throws IOException if the end of the log was altered
     */
    public static AuditTrail start(Path folder, String bootstrap, Topics topics, RunManifest manifest)
            throws IOException {
        AuditTrail trail = new AuditTrail(folder, bootstrap, topics);
        trail.log.add(
                "start", Map.of("run", manifest.run(), "config", manifest.configHash(), "version", Version.program()));
        trail.following.start();
        return trail;
    }

    private void follow() {
        try (consumer) {
            goOn();
            while (!isStopped) {
                take(consumer.poll(WAIT));
            }
            take(consumer.poll(WAIT));
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void goOn() throws IOException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : schemas.keySet()) {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found.isEmpty()) {
                throw new IOException("kafka: no topic %s; start cst ingest first, it makes them".formatted(topic));
            }
            found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        partitions.forEach(
                partition -> consumer.seek(partition, progress.offsets().getOrDefault(partition.toString(), 0L)));
    }

    private void take(ConsumerRecords<byte[], byte[]> records) throws IOException {
        for (ConsumerRecord<byte[], byte[]> message : records) {
            RowSchema schema = schemas.get(message.topic());
            RowBatch row = codecs.get(message.topic()).decode(message.value());
            if (schema == Datasets.STATUS) {
                SortedMap<String, Object> status = values(schema, row);
                PERFORMANCE.info(
                        "{} {}: {} verdicts, {} passed, read {} ms after the instant decided on",
                        Instant.ofEpochMilli((Long) status.get("decision_at")),
                        status.get("horizon"),
                        status.get("verdicts"),
                        status.get("passed"),
                        System.currentTimeMillis() - (Long) status.get("decision_at"));
                changes(status);
            } else {
                SortedMap<String, Object> said = values(schema, row);
                TRADING.info("{} {}", schema.dataset(), said);
                log.add(schema.dataset(), said);
            }
            progress.offsets()
                    .put(new TopicPartition(message.topic(), message.partition()).toString(), message.offset() + 1);
        }
        if (!records.isEmpty()) {
            Json.replace(progressFile, progress);
        }
    }

    /** A status row says how things stand; only what is not as it was is noted. */
    private void changes(SortedMap<String, Object> status) throws IOException {
        String horizon = (String) status.get("horizon");
        Boolean isOpen = (Boolean) status.get("training_open");
        String model = (String) status.get("forest");
        Map<String, Object> of = Map.of("horizon", horizon, "decision_at", status.get("decision_at"));
        if (!isOpen.equals(progress.gates().put(horizon, isOpen))) {
            log.add("gate", with(of, "training_open", isOpen));
        }
        if (!model.equals(progress.models().put(horizon, model))) {
            log.add("model", with(of, "sha256", model));
        }
    }

    private static Map<String, Object> with(Map<String, Object> of, String name, Object value) {
        Map<String, Object> all = new TreeMap<>(of);
        all.put(name, value);
        return all;
    }

    private static SortedMap<String, Object> values(RowSchema schema, RowBatch row) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (int column = 0; column < schema.width(); column++) {
            ColumnSpec spec = schema.columns().get(column);
            Object value = row.value(0, column);
            // JSON knows no NaN
            boolean isNumber = !(value instanceof Double number) || Double.isFinite(number);
            values.put(spec.name(), isNumber ? value : String.valueOf(value));
        }
        return values;
    }

    /** @throws Exception what ended it, if anything did */
    public void requireAlive() throws Exception {
        if (failure != null) {
            throw failure;
        }
    }

    /** Takes in what the topics hold by now, and notes the stop. */
    @Override
    public void close() throws IOException {
        isStopped = true;
        try {
            following.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.add("stop", Map.of());
    }
}
