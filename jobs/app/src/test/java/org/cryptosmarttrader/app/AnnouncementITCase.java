package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.kafka.AnnouncementInbox;
import org.cryptosmarttrader.ingest.kafka.AnnouncementSender;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.ingest.kafka.Pace;
import org.cryptosmarttrader.ingest.kafka.ReplayFeed;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Buckets;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is announced to a running feed")
class AnnouncementITCase {

    private static final long UNTIL = 1_000 * TickGrid.HOUR + 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    private static Topics topics(String prefix) {
        Topics topics = new Topics(prefix);
        TopicAdmin.create(broker.bootstrap(), List.of(topics.events()), 2);
        TopicAdmin.create(broker.bootstrap(), List.of(topics.announcements()), 1);
        return topics;
    }

    private static EventBlock model(long availableAt) {
        return AnnouncementArchive.event(
                new ModelAnnouncement(
                        ModelAnnouncement.CHAMPION,
                        "file:///forest.onnx",
                        Cards.of(List.of(), "f", "1h", "a model".getBytes(StandardCharsets.UTF_8))),
                availableAt);
    }

    /** A feed that has played everything and repeats its last promise. */
    private record Feed(EventPublisher publisher, AnnouncementInbox inbox, ReplayFeed feed, Thread thread)
            implements AutoCloseable {

        static Feed start(Topics topics) {
            EventPublisher publisher = new EventPublisher(broker.bootstrap(), topics.events(), "feed", new long[2]);
            AnnouncementInbox inbox = new AnnouncementInbox(broker.bootstrap(), topics.announcements());
            TickReader nothing = new TickReader(List.of(), bucket -> true, pair -> true, 0, UNTIL, RunScene.HOURLY);
            ReplayFeed feed = new ReplayFeed(nothing, publisher, UNTIL, Pace.AT_ONCE, inbox);
            Thread thread = new Thread(feed, "feed");
            thread.start();
            return new Feed(publisher, inbox, feed, thread);
        }

        @Override
        public void close() throws InterruptedException {
            feed.stop();
            thread.join();
            publisher.close();
            inbox.close();
        }
    }

    /** Reads a partition up to the first heartbeat behind an event of a kind. */
    private static List<EventBlock> readUntilPromised(Topics topics, EventKind kind) throws IOException {
        List<EventBlock> events = new ArrayList<>();
        EventCodec codec = new EventCodec();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topics.events(), Buckets.of("") % 2);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (events.stream().noneMatch(event -> event.kind() == kind)
                    || events.get(events.size() - 1).kind() != EventKind.HEARTBEAT) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    events.add(codec.decode(message.value()));
                }
            }
        }
        return events;
    }

    @Test
    void is_written_by_the_feed_so_that_heartbeats_still_count_every_record() throws Exception {
        Topics topics = topics("taken.");
        try (Feed feed = Feed.start(topics);
                AnnouncementSender sender = new AnnouncementSender(broker.bootstrap(), topics)) {
            sender.send(model(UNTIL + TickGrid.HOUR), PATIENCE);

            List<EventBlock> events = readUntilPromised(topics, EventKind.MODEL);

            assertThat(events)
                    .filteredOn(event -> event.kind() == EventKind.MODEL)
                    .hasSize(1);
            for (int offset = 0; offset < events.size(); offset++) {
                if (events.get(offset).kind() == EventKind.HEARTBEAT) {
                    assertThat(events.get(offset).sequence(0)).isEqualTo(offset);
                }
            }
            assertThat(feed.feed().events()).isEqualTo(1);
        }
    }

    @Test
    void is_taken_like_a_person_who_re_arms_an_account() throws Exception {
        Topics topics = topics("rearmed.");
        try (Feed feed = Feed.start(topics)) {
            Answer answer = Answer.to(
                    "rearm",
                    "--lane",
                    "RESEARCH",
                    "--quote",
                    "USD",
                    "--name",
                    "A. Person",
                    "--reason",
                    "the feed was wrong",
                    "--bootstrap",
                    broker.bootstrap(),
                    "--topic-prefix",
                    "rearmed.");

            assertThat(answer.err()).isEmpty();
            assertThat(answer.exit()).isZero();
            // ten seconds behind the promise a millisecond behind the last tick
            Instant from = Instant.ofEpochMilli(UNTIL + 1 + 10_000);
            assertThat(answer.out())
                    .contains("re-armed   RESEARCH USD by A. Person from %s: the feed was wrong".formatted(from));
            EventBlock said = readUntilPromised(topics, EventKind.REARM).stream()
                    .filter(event -> event.kind() == EventKind.REARM)
                    .findFirst()
                    .orElseThrow();
            assertThat(said.words()).containsExactly("RESEARCH", "USD", "A. Person", "the feed was wrong");
            assertThat(said.availableAt(0)).isEqualTo(from.toEpochMilli());
            assertThat(feed.feed().events()).isEqualTo(1);
        }
    }

    @Test
    void is_refused_up_front_from_an_instant_that_was_promised_to_be_complete() throws Exception {
        Topics topics = topics("late.");
        try (Feed feed = Feed.start(topics);
                AnnouncementSender sender = new AnnouncementSender(broker.bootstrap(), topics)) {
            readUntilPromised(topics, EventKind.HEARTBEAT);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sender.send(model(UNTIL), PATIENCE))
                    .withMessageContaining("would be refused as DISORDER; announce it from a later tick");
            assertThat(feed.feed().events()).isZero();
        }
    }

    @Test
    void waits_for_a_feed_and_says_that_there_is_none() {
        Topics topics = topics("nobody.");
        try (AnnouncementSender sender = new AnnouncementSender(broker.bootstrap(), topics)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> sender.send(model(UNTIL), Duration.ofSeconds(1)))
                    .withMessageContaining("nobody wrote the announcement there within 1 s");
        }
    }

    @Test
    void needs_the_topics_of_a_job() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnnouncementSender(broker.bootstrap(), new Topics("absent.")))
                .withMessageContaining("no topic absent.events; name the --topic-prefix of the running job");
    }
}
