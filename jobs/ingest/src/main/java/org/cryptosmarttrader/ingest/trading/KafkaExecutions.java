package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cryptosmarttrader.wire.Json;

/**
 * Reports to the topic where they wait for the writer of events, as JSON in the order they happened. A report may stand there twice,
 * after a broker or this program ended between writing and acknowledging; the writer of events tells by its id. Not thread-safe.
 */
public final class KafkaExecutions implements ExecutionSink, AutoCloseable {

    /** A broker that does not answer must not keep the venue's switch waiting. */
    private static final int PATIENCE_MILLIS = 10_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    /** @param topic of one partition */
    public KafkaExecutions(String bootstrap, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void report(List<ExecutionReport> reports) throws IOException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (ExecutionReport report : reports) {
                byte[] key = report.id().getBytes(StandardCharsets.UTF_8);
                byte[] said = Json.write(report).getBytes(StandardCharsets.UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic, 0, key, said)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw notSafe(e.getCause());
        } catch (KafkaException e) {
            throw notSafe(e);
        }
    }

    private IOException notSafe(Throwable cause) {
        return new IOException(
                "topic %s: a report was not acknowledged (%s); it is sent again, look at the broker"
                        .formatted(topic, cause.getMessage()),
                cause);
    }

    @Override
    public void close() {
        producer.close();
    }
}
