package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.cryptosmarttrader.book.Execution;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.kafka.AnnouncementInbox;
import org.cryptosmarttrader.ingest.kafka.Announcements;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.wire.Json;

/**
 * Takes executions in beside announcements, for the one writer of events: each is kept as it was reported, and stamped when it came,
 * as all that is heard. It goes on where the topic of events ends; what stands there is known by its number. Not thread-safe.
 */
public final class ExecutionInbox implements Announcements, AutoCloseable {

    /** Source id of what Kraken did with orders. */
    public static final String SOURCE = "kraken-orders";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final RawLog rawLog;
    private final Receipts receipts;
    private final AnnouncementInbox others;

    /**
     * @param topic of one partition
     * @param reached offset it was read up to, as it was marked; empty for its beginning
     * @param others what is announced besides; closed with this
     */
    public ExecutionInbox(
            String bootstrap,
            String topic,
            Optional<String> reached,
            RawLog rawLog,
            Receipts receipts,
            AnnouncementInbox others) {
        this.topic = topic;
        this.rawLog = rawLog;
        this.receipts = receipts;
        this.others = others;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition only = new TopicPartition(topic, 0);
        consumer.assign(List.of(only));
        consumer.seek(only, reached.map(Long::parseLong).orElse(0L));
    }

    @Override
    public List<EventBlock> poll() throws IOException {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ZERO)) {
            receipts.put(List.of(heard(message)));
            receipts.mark(SOURCE, Long.toString(message.offset() + 1));
        }
        return others.poll();
    }

    private Heard heard(ConsumerRecord<byte[], byte[]> message) throws IOException {
        String what = "topic %s, offset %d".formatted(topic, message.offset());
        ExecutionReport report =
                Json.read(new String(message.value(), StandardCharsets.UTF_8), ExecutionReport.class, what);
        try {
            byte[] hash = rawLog.keep(SOURCE, topic, message.value());
            return new Heard(
                    EventKind.EXECUTION,
                    SOURCE,
                    report.number(),
                    report.pair(),
                    0,
                    // whoever reported it knew of it: a venue's clock that is ahead is no reason to lose it
                    Math.min(report.time(), message.timestamp()),
                    new double[0],
                    execution(report).words(),
                    hash);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s: no report of an execution (%s)".formatted(what, e.getMessage()), e);
        }
    }

    /** As the books hear it; no rebate is ever credited. */
    private static Execution execution(ExecutionReport report) {
        return report.outcome() == Outcome.FILL
                ? Execution.fill(
                        report.orderId(),
                        report.fillId(),
                        report.quantity(),
                        report.price(),
                        report.fee().max(BigDecimal.ZERO))
                : Execution.end(
                        report.orderId(),
                        Execution.Outcome.valueOf(report.outcome().name()),
                        report.quantity(),
                        report.cause());
    }

    @Override
    public void close() {
        try (others) {
            consumer.close();
        }
    }
}
