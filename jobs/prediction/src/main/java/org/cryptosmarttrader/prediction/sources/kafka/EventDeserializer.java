package org.cryptosmarttrader.prediction.sources.kafka;

import java.io.IOException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.wire.events.EventCodec;

/** Messages of the topic to blocks of one, each with its place; refuses a partition that lost or doubled records on the way. */
final class EventDeserializer implements KafkaRecordDeserializationSchema<Arrival> {

    private static final long serialVersionUID = 1L;

    private final long after;
    private transient EventCodec codec;

    /** @param after events available up to this instant come from an archive and are passed over */
    EventDeserializer(long after) {
        this.after = after;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new EventCodec();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Arrival> out) throws IOException {
        EventBlock event = decode(message);
        if (event.kind() == EventKind.HEARTBEAT) {
            requireComplete(message, event);
        }
        if (event.kind() == EventKind.HEARTBEAT || event.availableAt(0) > after) {
            out.collect(new Arrival(message.partition(), message.offset(), event));
        }
    }

    private EventBlock decode(ConsumerRecord<byte[], byte[]> message) throws IOException {
        try {
            return codec.decode(message.value());
        } catch (IOException e) {
            throw new IOException(
                    "topic %s, partition %d, offset %d: %s; only ingest and cst replay may write to this topic"
                            .formatted(message.topic(), message.partition(), message.offset(), e.getMessage()),
                    e);
        }
    }

    /** A heartbeat carries how many records its writer had acknowledged before it: its own offset if none was lost. */
    private static void requireComplete(ConsumerRecord<byte[], byte[]> message, EventBlock heartbeat)
            throws IOException {
        long promised = heartbeat.sequence(0);
        if (promised != message.offset()) {
            throw new IOException(
                    "topic %s, partition %d: heartbeat at offset %d counts %d records before it; records were lost or doubled between writer and broker, write the topic anew"
                            .formatted(message.topic(), message.partition(), message.offset(), promised));
        }
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return MessageType.of(Arrival.class);
    }
}
