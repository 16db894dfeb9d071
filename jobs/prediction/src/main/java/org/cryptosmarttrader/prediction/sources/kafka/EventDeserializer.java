package org.cryptosmarttrader.prediction.sources.kafka;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * Messages of the topic to blocks of one, each with its place and what its partition had promised before it; refuses a
 * partition that lost or doubled records on the way. After a restart a partition has promised nothing until its next
 * heartbeat.
 */
final class EventDeserializer implements KafkaRecordDeserializationSchema<Arrival> {

    private static final long serialVersionUID = 1L;

    private final long after;
    private transient EventCodec codec;
    /** The last heartbeat of each partition. */
    private transient Map<Integer, Long> heartbeats;

    /** @param after events available up to this instant come from an archive and are passed over */
    EventDeserializer(long after) {
        this.after = after;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        codec = new EventCodec();
        heartbeats = new TreeMap<>();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Arrival> out) throws IOException {
        EventBlock event = decode(message);
        if (event.kind() == EventKind.HEARTBEAT) {
            requireComplete(message, event);
            heartbeats.merge(message.partition(), event.availableAt(0), Math::max);
        }
        if (event.kind() == EventKind.HEARTBEAT || event.availableAt(0) > after) {
            out.collect(new Arrival(message.partition(), message.offset(), promised(message.partition()), event));
        }
    }

    /** A heartbeat promises everything before its instant. */
    private long promised(int partition) {
        Long heartbeat = heartbeats.get(partition);
        return heartbeat == null ? Arrival.NOTHING : heartbeat - 1;
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
