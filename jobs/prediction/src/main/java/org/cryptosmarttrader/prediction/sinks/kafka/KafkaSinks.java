package org.cryptosmarttrader.prediction.sinks.kafka;

import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.RowMessage;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * The datasets that travel, each on its topic. At least once: after a failure rows are sent again, with the same key and
 * the same bytes, so a reader that keeps the last of each key has each row once.
 */
public final class KafkaSinks implements Sinks {

    private final String bootstrap;
    private final Topics topics;
    private final Map<String, RowSchema> schemas;
    private final long emitFrom;

    /**
     * @param bootstrap host and port of a broker
     * @param schemas by dataset
     * @param emitFrom rows of decisions before this instant are left out
     */
    public KafkaSinks(String bootstrap, Topics topics, Map<String, RowSchema> schemas, long emitFrom) {
        this.bootstrap = bootstrap;
        this.topics = topics;
        this.schemas = schemas;
        this.emitFrom = emitFrom;
    }

    @Override
    public void events(DataStream<Arrival> events) {
        // they came from Kafka
    }

    @Override
    public void rows(DataStream<RowBatch> rows) {
        rows.filter(batch -> Topics.carries(batch.dataset()))
                .uid("kafka-rows")
                .name("datasets for kafka")
                .flatMap(new ToMessages(topics, schemas, emitFrom), MessageType.of(RowMessage.class))
                .uid("kafka-messages")
                .name("rows as messages")
                .sinkTo(sink())
                .uid("kafka-sink")
                .name("rows: kafka");
    }

    private KafkaSink<RowMessage> sink() {
        return KafkaSink.<RowMessage>builder()
                .setBootstrapServers(bootstrap)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new MessageSerializer())
                .setProperty("linger.ms", "5")
                .setProperty("compression.type", "lz4")
                .build();
    }
}
