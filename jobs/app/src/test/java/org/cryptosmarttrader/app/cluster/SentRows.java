package org.cryptosmarttrader.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.cryptosmarttrader.ingest.kafka.WholeTopic;

/** The messages of a topic. */
public final class SentRows implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;

    public SentRows(String bootstrap, String topic) {
        this.consumer = WholeTopic.consumer(bootstrap, topic);
    }

    /** Number of messages sent so far. */
    public long count() {
        return consumer.endOffsets(consumer.assignment()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The row of each key; asserts that a row sent again has the same bytes. */
    public Map<String, byte[]> byKey() {
        Map<String, byte[]> rows = new TreeMap<>();
        long left = count();
        consumer.seekToBeginning(consumer.assignment());
        while (left > 0) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                byte[] earlier = rows.put(new String(message.key(), StandardCharsets.UTF_8), message.value());
                if (earlier != null) {
                    assertThat(message.value()).isEqualTo(earlier);
                }
                left--;
            }
        }
        return rows;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
