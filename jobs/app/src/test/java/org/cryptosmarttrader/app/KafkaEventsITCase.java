package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cryptosmarttrader.app.Recording.Place;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.wire.archive.Buckets;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Events through a real broker")
class KafkaEventsITCase {

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static EventBlock trade(String pair, long at) {
        long[] once = {at};
        return new EventBlock(
                EventKind.TRADE,
                "test-venue",
                pair,
                0,
                Availability.RECORDED,
                once,
                once,
                once,
                new double[] {1, 1, Double.NaN},
                new byte[32]);
    }

    private static void topic(String name, int partitions) {
        TopicAdmin.create(broker.bootstrap(), List.of(name), partitions);
    }

    /** A message that did not come through the publisher, or came through it twice. */
    private static void smuggle(String topic, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, value)).get();
        }
    }

    // Flink's iterators announce any exception, an interruption among them
    @SuppressWarnings("try")
    private static List<Arrival> arrivals(String topic, int parallelism, int count) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, JobSettings.once(parallelism).configuration());
        JobSettings.once(parallelism).applyTo(env);
        List<Arrival> read = new ArrayList<>();
        try (CloseableIterator<Arrival> events = new KafkaEvents(broker.bootstrap(), topic, Long.MIN_VALUE)
                .events(env)
                .executeAndCollect()) {
            while (read.size() < count && events.hasNext()) {
                read.add(events.next());
            }
        }
        return read;
    }

    private static List<String> read(String topic, int parallelism, int count) throws Exception {
        return arrivals(topic, parallelism, count).stream()
                .map(arrival -> arrival.block().pair() + " " + arrival.block().kind() + " "
                        + arrival.block().availableAt(0))
                .toList();
    }

    private static String failure(String topic) {
        Throwable failure = catchThrowable(() -> read(topic, 1, Integer.MAX_VALUE));
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    @Test
    void come_all_and_without_heartbeats_also_with_more_subtasks_than_partitions() throws Exception {
        topic("whole", 2);
        List<String> sent = new ArrayList<>();
        try (EventPublisher publisher = new EventPublisher(broker.bootstrap(), "whole", "test-venue", new long[2])) {
            for (int i = 0; i < 50; i++) {
                EventBlock event = trade("P" + i % 5 + "/USD", 1_000 + i);
                publisher.send(List.of(event));
                publisher.heartbeat(1_001 + i);
                sent.add(event.pair() + " TRADE " + (1_000 + i));
            }
        }

        assertThat(read("whole", 3, 50)).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void come_with_their_place_on_the_topic() throws Exception {
        topic("places", 2);
        try (EventPublisher publisher = new EventPublisher(broker.bootstrap(), "places", "test-venue", new long[2])) {
            for (int i = 0; i < 50; i++) {
                publisher.send(List.of(trade("P" + i % 5 + "/USD", 1_000 + i)));
                publisher.heartbeat(1_001 + i);
            }
        }

        EventCodec codec = new EventCodec();
        Map<Place, String> come = new TreeMap<>();
        arrivals("places", 2, 50)
                .forEach(arrival -> come.put(
                        new Place(arrival.partition(), arrival.offset()),
                        HexFormat.of().formatHex(codec.encode(arrival.block(), 0))));

        assertThat(come).hasSize(50).isEqualTo(Recording.published(broker.bootstrap(), "places"));
        assertThat(come.keySet()).extracting(Place::partition).contains(0L, 1L);
    }

    @Test
    void end_the_job_where_the_topic_holds_a_record_more_than_its_writer_counted() throws Exception {
        topic("doubled", 1);
        try (EventPublisher publisher = new EventPublisher(broker.bootstrap(), "doubled", "test-venue", new long[1])) {
            publisher.send(List.of(trade("BTC/USD", 1_000)));
            publisher.heartbeat(1_001);
            smuggle("doubled", new EventCodec().encode(trade("BTC/USD", 1_000), 0));
            publisher.heartbeat(1_002);
        }

        assertThat(failure("doubled"))
                .contains("topic doubled, partition 0: heartbeat at offset 3 counts 2 records before it")
                .contains("records were lost or doubled between writer and broker, write the topic anew");
    }

    @Test
    void end_the_job_where_the_topic_holds_a_record_less() throws Exception {
        topic("lost", 1);
        // the writer believes that one record is there already
        try (EventPublisher publisher = new EventPublisher(broker.bootstrap(), "lost", "test-venue", new long[] {1})) {
            publisher.send(List.of(trade("BTC/USD", 1_000)));
            publisher.heartbeat(1_001);
        }

        assertThat(failure("lost")).contains("heartbeat at offset 1 counts 2 records before it");
    }

    @Test
    void end_the_job_at_a_message_of_a_stranger() throws Exception {
        topic("strange", 1);
        smuggle("strange", "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(failure("strange"))
                .contains("topic strange, partition 0, offset 0: ")
                .contains("only ingest and cst replay may write to this topic");
    }

    @Test
    void are_not_waited_for_where_there_is_no_topic() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> new KafkaEvents(broker.bootstrap(), "absent", 0).events(env))
                .withMessageContaining("kafka " + broker.bootstrap() + ": topic absent cannot be read");
    }

    @Test
    void are_refused_a_topic_that_is_there_already() {
        topic("twice", 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> topic("twice", 1))
                .withMessageContaining("topics [twice] could not be created")
                .withMessageContaining("choose another --topic-prefix");
    }

    @Test
    void are_not_published_by_a_writer_that_counts_other_partitions() {
        topic("three", 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventPublisher(broker.bootstrap(), "three", "test-venue", new long[2]))
                .withMessageContaining("topic three: 3 partitions, but end offsets of 2");
    }

    @Test
    void are_counted_as_held_by_the_topic_only_when_acknowledged_promises_not_before_the_next() {
        topic("counted", 2);
        try (EventPublisher publisher = new EventPublisher(broker.bootstrap(), "counted", "test-venue", new long[2])) {
            publisher.send(List.of(trade("BTC/USD", 1_000)));
            int partition = Buckets.of("BTC/USD") % 2;

            List<Long> surely = publisher.heartbeats(List.of(2_000L));

            assertThat(surely.get(partition)).isEqualTo(1);
            assertThat(surely.get(1 - partition)).isZero();
            assertThat(publisher.acknowledgedOffsets().get(partition)).isEqualTo(2);
        }
    }
}
