package org.cryptosmarttrader.ingest.kafka;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.wire.archive.Buckets;
import org.cryptosmarttrader.wire.events.EventCodec;

/**
 * Writes events to their topic, a pair always to the same partition, and heartbeats to every partition.
 *
 * <p>A heartbeat is a promise: it is sent only after every record before it was acknowledged, and carries how many records
 * its partition then holds. After an error nothing more is sent. The topic must have no other writer. Not thread-safe.
 */
public final class EventPublisher implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final String source;
    private final int partitions;
    private final long[] records;
    private final EventCodec codec = new EventCodec();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * @param bootstrap host and port of a broker
     * @param topic an existing topic
     * @param source id heartbeats carry
     * @param endOffsets records each partition holds already, by partition
     */
    public EventPublisher(String bootstrap, String topic, String source, long[] endOffsets) {
        this.topic = topic;
        this.source = source;
        this.producer = new KafkaProducer<>(settings(bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        List<PartitionInfo> found = producer.partitionsFor(topic);
        this.partitions = found.size();
        this.records = endOffsets.clone();
        if (endOffsets.length != partitions) {
            close();
            throw new IllegalArgumentException("topic %s: %d partitions, but end offsets of %d; create the topic anew"
                    .formatted(topic, partitions, endOffsets.length));
        }
    }

    private static Map<String, Object> settings(String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return settings;
    }

    /** Sends every event of some blocks; they are on their way, not yet acknowledged. */
    public void send(List<EventBlock> blocks) {
        for (EventBlock block : blocks) {
            int partition = Buckets.of(block.pair()) % partitions;
            for (int event = 0; event < block.count(); event++) {
                send(partition, block, event);
            }
        }
    }

    private void send(int partition, EventBlock block, int event) {
        byte[] key = block.pair().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        records[partition]++;
        producer.send(new ProducerRecord<>(topic, partition, key, codec.encode(block, event)), (metadata, error) -> {
            if (error != null) {
                failure.compareAndSet(null, error);
            }
        });
    }

    /**
     * Waits until everything sent is acknowledged.
     *
     * @throws IllegalStateException if a record was not; nothing more may be promised
     */
    public void acknowledge() {
        producer.flush();
        Exception error = failure.get();
        if (error != null) {
            throw new IllegalStateException(
                    "topic %s: a record was not acknowledged (%s); nothing more is sent, start again from what the topic holds"
                            .formatted(topic, error.getMessage()),
                    error);
        }
    }

    /** Waits until everything sent is acknowledged, and says how many records each partition then holds. */
    public List<Long> acknowledgedOffsets() {
        acknowledge();
        return Arrays.stream(records).boxed().toList();
    }

    /** Promises on every partition that all events available before an instant have been sent and acknowledged. */
    public void heartbeat(long instant) {
        acknowledge();
        beat(instant);
    }

    /**
     * Promises for several instants in turn, after everything sent so far is acknowledged.
     *
     * @return records each partition surely holds: the promises are on their way only
     */
    public List<Long> heartbeats(List<Long> instants) {
        List<Long> acknowledged = acknowledgedOffsets();
        instants.forEach(this::beat);
        return acknowledged;
    }

    private void beat(long instant) {
        for (int partition = 0; partition < partitions; partition++) {
            send(partition, EventCodec.heartbeat(source, instant, records[partition]), 0);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
