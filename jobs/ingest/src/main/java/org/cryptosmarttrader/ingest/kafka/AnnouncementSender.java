package org.cryptosmarttrader.ingest.kafka;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.archive.Buckets;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.cryptosmarttrader.wire.events.Topics;

/**
 * Hands the announcement of a model, or a person's re-arming of an account, to the writer of events, and watches the topic of events until it stands there. It writes
 * no event itself: heartbeats count the records of their one writer. Not thread-safe.
 */
public final class AnnouncementSender implements AutoCloseable {

    /** Heartbeats come each tick and each second on every partition, so the newest is among the last records. */
    private static final long LAST_RECORDS = 5_000;

    private static final Duration WAIT = Duration.ofMillis(200);

    private final String bootstrap;
    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> events;
    private final TopicPartition partition;
    private final EventCodec codec = new EventCodec();
    private long promised = Long.MIN_VALUE;

    /**
     * @param bootstrap host and port of a broker
     * @throws IllegalArgumentException if the topics are not there
     */
    public AnnouncementSender(String bootstrap, Topics topics) {
        this.bootstrap = bootstrap;
        this.topics = topics;
        this.events = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        "10000",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            int partitions = partitions(topics.events());
            partitions(topics.announcements());
            this.partition = new TopicPartition(topics.events(), Buckets.of("") % partitions);
        } catch (RuntimeException e) {
            events.close();
            throw e;
        }
    }

    private int partitions(String topic) {
        int found = events.partitionsFor(topic).size();
        if (found == 0) {
            throw new IllegalArgumentException(
                    "kafka %s: no topic %s; name the --topic-prefix of the running job".formatted(bootstrap, topic));
        }
        return found;
    }

    /**
     * The instant up to which the topic is promised to be complete: an announcement must be for a later one.
     *
     * @return epoch milliseconds; empty if nothing was promised yet
     */
    public OptionalLong promised() throws IOException {
        goToLastPromise();
        return promised == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(promised);
    }

    /**
     * Sends an announcement and waits until it stands among the events.
     *
     * @param patience how long the writer may take
     * @throws IllegalArgumentException if the instant was promised to be complete already; nothing was sent
     * @throws IllegalStateException if the writer did not take it
     */
    public void send(EventBlock announcement, Duration patience) throws IOException {
        goToLastPromise();
        if (announcement.availableAt(0) < promised) {
            throw new IllegalArgumentException(
                    "topic %s: promised complete up to %s, what is announced from %s would be refused as DISORDER; announce it from a later tick"
                            .formatted(
                                    topics.events(),
                                    Instant.ofEpochMilli(promised),
                                    Instant.ofEpochMilli(announcement.availableAt(0))));
        }
        handOver(announcement);
        await(announcement, patience);
    }

    private void goToLastPromise() throws IOException {
        events.assign(List.of(partition));
        long end = events.endOffsets(List.of(partition)).get(partition);
        events.seek(partition, Math.max(0, end - LAST_RECORDS));
        while (events.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> message : events.poll(WAIT)) {
                note(codec.decode(message.value()));
            }
        }
    }

    private void note(EventBlock event) {
        if (event.kind() == EventKind.HEARTBEAT) {
            promised = Math.max(promised, event.availableAt(0));
        }
    }

    private void handOver(EventBlock announcement) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.announcements(), 0, null, codec.encode(announcement, 0)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "topic %s: the announcement was not acknowledged (%s); announce it again"
                            .formatted(topics.announcements(), e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("kafka %s: interrupted while announcing".formatted(bootstrap), e);
        }
    }

    private void await(EventBlock announcement, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> message : events.poll(WAIT)) {
                EventBlock event = codec.decode(message.value());
                if (isSame(event, announcement)) {
                    return;
                }
                note(event);
            }
            if (promised > announcement.availableAt(0)) {
                throw new IllegalStateException(
                        "topic %s: its writer promised %s before it took the announcement, which counts for nothing now; announce it from a later tick"
                                .formatted(topics.events(), Instant.ofEpochMilli(promised)));
            }
        }
        throw new IllegalStateException(
                "topic %s: nobody wrote the announcement there within %d s; look whether cst replay or the cluster's feed still runs, the announcement waits for it"
                        .formatted(topics.events(), patience.toSeconds()));
    }

    private static boolean isSame(EventBlock event, EventBlock announcement) {
        return event.kind() == announcement.kind()
                && event.availableAt(0) == announcement.availableAt(0)
                && event.sequence(0) == announcement.sequence(0);
    }

    @Override
    public void close() {
        events.close();
    }
}
