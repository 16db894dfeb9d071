package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.events.RowCodec;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * Orders of the lane GATED as the job decides them, each at least once: what was not taken before a restart is read again. The
 * verdicts behind them come through a topic of their own, a little earlier or later, so an order waits for its verdict for a while.
 * Not thread-safe.
 */
public final class OrderTopic implements AutoCloseable {

    /** Verdicts come a moment before the orders of their tick; a job that restarts is slower. */
    private static final long PATIENCE = 5_000;

    /** Of verdicts, so that those of the oldest order that may be sent are there. */
    private static final long VERDICTS_BACK = 3_600_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String orders;
    private final Map<String, RowCodec> codecs = new HashMap<>();
    private final Path file;
    private final OpenGates gates;
    private final IngestClock clock;
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(GatedOrder order, long since) {}

    /** @param offsets next record of the topic of orders, by partition */
    private record Progress(SortedMap<Integer, Long> offsets) {}

    private OrderTopic(
            KafkaConsumer<byte[], byte[]> consumer, String orders, Path file, OpenGates gates, IngestClock clock) {
        this.consumer = consumer;
        this.orders = orders;
        this.file = file;
        this.gates = gates;
        this.clock = clock;
    }

    /**
     * Goes on where it was left, or, the first time, with orders of a certain age.
     *
     * @param file says how far it came
     * @param oldestMillis age of the oldest order read at a first start
     * @throws IOException if the topics are not there
     */
    public static OrderTopic open(
            String bootstrap, Topics topics, Path file, long oldestMillis, OpenGates gates, IngestClock clock)
            throws IOException {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        "10000",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        "false",
                        // a topic that was made anew is read from its beginning; old orders are refused one by one
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        OrderTopic topic = new OrderTopic(consumer, topics.of(Datasets.ORDERS.dataset()), file, gates, clock);
        try {
            topic.seek(topics.of(Datasets.VERDICTS.dataset()), oldestMillis);
            return topic;
        } catch (IOException | RuntimeException e) {
            topic.close();
            throw e;
        }
    }

    private void seek(String verdicts, long oldestMillis) throws IOException {
        List<TopicPartition> ofOrders = partitions(orders, Datasets.ORDERS);
        List<TopicPartition> ofVerdicts = partitions(verdicts, Datasets.VERDICTS);
        List<TopicPartition> all = new ArrayList<>(ofOrders);
        all.addAll(ofVerdicts);
        consumer.assign(all);
        seekTo(clock.millis() - VERDICTS_BACK, ofVerdicts);
        if (Files.exists(file)) {
            Progress progress = Json.read(file, Progress.class);
            for (TopicPartition partition : ofOrders) {
                consumer.seek(partition, progress.offsets().getOrDefault(partition.partition(), 0L));
            }
        } else {
            seekTo(clock.millis() - oldestMillis, ofOrders);
        }
        // what is read in an hour must not depend on where a partition without progress happens to stand
        keep();
    }

    private List<TopicPartition> partitions(String topic, RowSchema schema) throws IOException {
        List<TopicPartition> found = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (found.isEmpty()) {
            throw new IOException(
                    "kafka: no topic %s; start cst ingest and cst live first, they make and fill it".formatted(topic));
        }
        codecs.put(topic, new RowCodec(schema));
        return found;
    }

    private void seekTo(long instant, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, Math.max(0, instant)));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp at = found.get(partition);
            if (at == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, at.offset());
            }
        }
    }

    /**
     * Orders that can be dealt with now, in the order they came.
     *
     * @throws IOException if a row cannot be read; nobody should trade on what stands behind it
     */
    public List<GatedOrder> poll(Duration patience) throws IOException {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(patience)) {
            take(message);
        }
        List<GatedOrder> ready = new ArrayList<>();
        while (!waiting.isEmpty() && isReady(waiting.get(0))) {
            ready.add(waiting.remove(0).order());
        }
        return ready;
    }

    private void take(ConsumerRecord<byte[], byte[]> message) throws IOException {
        RowBatch row;
        try {
            row = codecs.get(message.topic()).decode(message.value());
            if (!message.topic().equals(orders)) {
                gates.hear(row);
                return;
            }
            GatedOrder.of(row, 0).ifPresent(order -> waiting.add(new Waiting(order, clock.millis())));
        } catch (IOException e) {
            throw new IOException(
                    "topic %s, partition %d, offset %d: %s"
                            .formatted(message.topic(), message.partition(), message.offset(), e.getMessage()),
                    e);
        }
    }

    private boolean isReady(Waiting order) {
        return gates.shut(order.order()).isEmpty() || clock.millis() - order.since() >= PATIENCE;
    }

    /** To be called once the orders handed out are in the journal: a restart goes on behind them. */
    public void keep() throws IOException {
        if (!waiting.isEmpty()) {
            return;
        }
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            if (partition.topic().equals(orders)) {
                offsets.put(partition.partition(), consumer.position(partition));
            }
        }
        Json.replace(file, new Progress(offsets));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
