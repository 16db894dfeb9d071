package org.cryptosmarttrader.prediction.sinks.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.cryptosmarttrader.prediction.flow.RowMessage;

/** A message as Kafka wants it. */
final class MessageSerializer implements KafkaRecordSerializationSchema<RowMessage> {

    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(RowMessage message, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(message.topic(), message.key().getBytes(StandardCharsets.UTF_8), message.value());
    }
}
