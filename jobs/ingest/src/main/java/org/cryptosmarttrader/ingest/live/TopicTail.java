package org.cryptosmarttrader.ingest.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.wire.events.EventCodec;

/** What stands in the topic of events beyond the cursors: read once at the start, before anything is written. */
public final class TopicTail {

    private static final Duration WAIT = Duration.ofMillis(200);

    /**
     * Where the topic ends.
     *
     * @param offsets records each partition holds
     * @param newest greatest instant of availability or promise that stands in it; 0 if it is empty
     */
    public record End(long[] offsets, long newest) {}

    private TopicTail() {}

    /**
     * Brings the cursors up to the topic's end.
     *
     * @throws IOException if the topic holds less than the cursors know, or what is none of ours
     */
    public static End read(String bootstrap, String topic, Cursors cursors) throws IOException {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int partition = 0; partition < consumer.partitionsFor(topic).size(); partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long[] offsets = partitions.stream().mapToLong(ends::get).toArray();
            seek(consumer, partitions, offsets, cursors.readFrom());
            return new End(offsets, Math.max(cursors.promised(), read(consumer, ends, cursors)));
        }
    }

    private static void seek(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, long[] ends, List<Long> from)
            throws IOException {
        if (from.isEmpty()) {
            consumer.seekToBeginning(partitions);
            return;
        }
        for (int partition = 0; partition < ends.length; partition++) {
            long offset = partition < from.size() ? from.get(partition) : Long.MAX_VALUE;
            if (offset > ends[partition]) {
                throw new IOException(
                        "topic %s, partition %d: ends at %d, ingest wrote up to %d of %d partitions; the broker lost records or this is another topic: restore it, or start with a new --data folder"
                                .formatted(
                                        partitions.get(partition).topic(),
                                        partition,
                                        ends[partition],
                                        offset,
                                        from.size()));
            }
            consumer.seek(partitions.get(partition), offset);
        }
    }

    private static long read(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Cursors cursors)
            throws IOException {
        EventCodec codec = new EventCodec();
        long newest = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(WAIT)) {
                EventBlock event = codec.decode(message.value());
                // what is announced may be for later
                newest = event.kind().isAnnounced() ? newest : Math.max(newest, event.availableAt(0));
                cursors.written(event);
            }
        }
        return newest;
    }
}
