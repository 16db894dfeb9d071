package org.cryptosmarttrader.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.ingest.kafka.Announcements;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.ingest.kafka.Pace;
import org.cryptosmarttrader.ingest.kafka.ReplayFeed;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.sources.kafka.KafkaEvents;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a venue reports and persons say reaches the book")
class BookEventsITCase {

    @TempDir
    private static Path folder;

    private static BookStory story;
    private static List<String> first;

    @BeforeAll
    static void run_once() throws Exception {
        story = new BookStory(folder.resolve("story"));
        first = rows(archive(), JobSettings.once(1));
    }

    private static Sources archive() {
        return new ArchiveSource(story.span());
    }

    private static List<String> rows(Sources sources, JobSettings job) throws Exception {
        return rows(sources, job, Integer.MAX_VALUE);
    }

    /** Rows in an order of their own; the first so many of a run without an end. */
    // Flink's iterators announce any exception, an interruption among them
    @SuppressWarnings("try")
    private static List<String> rows(Sources sources, JobSettings job, int most) throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(job.parallelism(), job.configuration());
        job.applyTo(env);
        List<String> rows = new ArrayList<>();
        try (CloseableIterator<RowBatch> batches = story.rows(sources, env).executeAndCollect()) {
            while (rows.size() < most && batches.hasNext()) {
                RowBatch batch = batches.next();
                for (int row = 0; row < batch.rows(); row++) {
                    rows.add(text(batch, row));
                }
            }
        }
        return rows.stream().sorted().toList();
    }

    private static String text(RowBatch batch, int row) {
        return batch.dataset()
                + IntStream.range(0, batch.width())
                        .mapToObj(column -> String.valueOf(batch.value(row, column)))
                        .reduce("", (left, value) -> left + " | " + value);
    }

    private static List<String> of(String dataset, String... words) {
        return first.stream()
                .filter(row -> row.startsWith(dataset + " |"))
                .filter(row -> List.of(words).stream().allMatch(row::contains))
                .toList();
    }

    @Test
    void as_fills_of_the_venue_with_its_prices_and_fees() {
        assertThat(of("fills", "GATED"))
                .hasSize(4)
                .anyMatch(row -> row.contains("BUY#1") && row.contains("| 12 | 100.5 | 4.8 |") && row.endsWith("| T-1"))
                .anyMatch(row -> row.contains("BUY#2") && row.contains("| 8 | 100.25 | 3.2 |") && row.endsWith("| T-2"))
                .anyMatch(
                        row -> row.contains("SELL#1") && row.contains("| 15 | 59.5 | 3.57 |") && row.endsWith("| T-3"))
                .anyMatch(row -> row.contains("SELL#1") && row.contains("| 5 | 60 | 1.2 |") && row.endsWith("| T-4"));
        // 10,000 - 12 * 100.5 - 8 * 100.25 + 15 * 59.5 + 5 * 60 less fees of 4.8, 3.2, 3.57 and 1.2
        assertThat(of("accounts", "| %d | GATED | USD | 9171.73 |".formatted(BookStory.tick(BookStory.HOURS - 1))))
                .hasSize(1);
    }

    @Test
    void as_ends_of_orders_with_their_cause() {
        assertThat(of("orders", "GATED", "CANCELLED", "VENUE_CANCELLED", "| 15"))
                .hasSize(1);
        assertThat(of("audit", "VENUE_ENDED"))
                .singleElement()
                .asString()
                .endsWith("order %s, 15 of 20 filled: CANCELLED, deadline"
                        .formatted(BookStory.order(BookStory.CRASH, "SELL")));
    }

    @Test
    void as_a_person_s_word_after_which_one_account_trades_again() {
        assertThat(of("audit", "REARMED", "kill switch"))
                .hasSize(2)
                .allMatch(row -> row.startsWith("audit | %d |".formatted(BookStory.tick(BookStory.REARMED))))
                .anyMatch(row -> row.endsWith("by A. Person: it was looked into"))
                .anyMatch(row ->
                        row.endsWith("by B. Person: it was looked into; nothing to do, the switch had not tripped"));
        assertThat(of("orders", "RESEARCH", "NEW", "BUY"))
                .hasSize(2)
                .anyMatch(row -> row.contains("RESEARCH:BTC/USD:%d:BUY".formatted(BookStory.tick(BookStory.REARMED))));
        assertThat(of("orders", "GATED", "NEW", "BUY")).hasSize(1);
        assertThat(of("accounts", "| %d | RESEARCH | USD |".formatted(BookStory.tick(BookStory.REARMED)), "false"))
                .hasSize(1);
        assertThat(of("accounts", "| %d | GATED | USD |".formatted(BookStory.tick(BookStory.HOURS - 1)), "true"))
                .hasSize(1);
    }

    @Test
    void or_is_refused_with_its_reason() {
        assertThat(of("refused")).hasSize(4);
        assertThat(of("refused", "EXECUTION", "FILL_TWICE")).hasSize(1);
        assertThat(of("refused", "EXECUTION", "BEYOND_ORDER", "fill T-9 of 8.1, 8 left"))
                .hasSize(1);
        assertThat(of("refused", "EXECUTION", "NO_OPEN_ORDER")).hasSize(1);
        assertThat(of("refused", "operators", "REARM", "NO_ACCOUNT")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void the_same_at_parallelism(int parallelism) throws Exception {
        isTheSame(rows(archive(), JobSettings.once(parallelism)));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void the_same_however_events_are_cut_into_blocks(long seed) throws Exception {
        isTheSame(rows(new Reblocked(archive(), seed), JobSettings.once(2)));
    }

    @Test
    void the_same_where_the_job_dies_between_checkpoints_and_is_restored() throws Exception {
        FailingOnce.DEATHS.set(0);
        isTheSame(rows(new FailingOnce(archive()), checkpointed("died", 1)));
        assertThat(FailingOnce.DEATHS).as("deaths of the job").hasValue(1);
    }

    @Test
    void the_same_through_kafka() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            TopicAdmin.create(broker.bootstrap(), List.of("events"), 3);
            try (TickReader ticks = story.ticks();
                    EventPublisher publisher = new EventPublisher(broker.bootstrap(), "events", "story", new long[3])) {
                ReplayFeed feed = new ReplayFeed(
                        ticks, publisher, BookStory.tick(BookStory.HOURS - 1), Pace.AT_ONCE, Announcements.NONE);
                Thread feeding = new Thread(feed, "feed");
                feeding.start();
                Sources events = new KafkaEvents(broker.bootstrap(), "events", Long.MIN_VALUE);
                isTheSame(rows(events, checkpointed("kafka", 2), first.size()));
                feed.stop();
                feeding.join();
            }
        }
    }

    private static JobSettings checkpointed(String name, int parallelism) {
        return JobSettings.once(parallelism)
                .withCheckpoints(
                        Duration.ofMillis(100),
                        folder.resolve("checkpoints-" + name).toUri().toString());
    }

    private static void isTheSame(List<String> rows) {
        System.out.printf("%,d rows of the book compared%n", rows.size());
        assertThat(rows).hasSizeGreaterThan(1_000).isEqualTo(first);
    }
}
