package org.cryptosmarttrader.ingest.kafka;

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

/** The topic of announcements, from its beginning. Not thread-safe. */
public final class AnnouncementInbox implements Announcements, AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final EventCodec codec = new EventCodec();

    /** @param topic of one partition */
    public AnnouncementInbox(String bootstrap, String topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition only = new TopicPartition(topic, 0);
        consumer.assign(List.of(only));
        consumer.seekToBeginning(List.of(only));
    }

    @Override
    public List<EventBlock> poll() throws IOException {
        List<EventBlock> announced = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ZERO)) {
            EventBlock event = codec.decode(message.value());
            if (!event.kind().isAnnounced()) {
                throw new IOException("topic %s, offset %d: a %s, expected models and re-armings only"
                        .formatted(topic, message.offset(), event.kind()));
            }
            announced.add(event);
        }
        return announced;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
