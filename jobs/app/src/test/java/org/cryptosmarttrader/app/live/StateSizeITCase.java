package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.app.cluster.JavaProgram;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.WarmStart;
import org.cryptosmarttrader.app.up.Child;
import org.cryptosmarttrader.app.up.Supervisor;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.ingest.kraken.KrakenFeed;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("The state of a live job of 471 pairs")
class StateSizeITCase {

    private static final Instant BEGIN = Instant.parse("2022-06-01T00:00:00Z");
    private static final int DAYS = Integer.getInteger("cst.load.days", 90);
    private static final int PAIRS = Integer.getInteger("cst.load.pairs", 471);
    private static final int HOURS_A_DAY = 24;
    private static final int PARTITIONS = 4;
    private static final int PARALLELISM = 2;
    /** Memory of 900 hours, then outcomes of 720 hours, and room. */
    private static final int DAYS_UNTIL_FULL = 70;

    private static final long GIGABYTE = 1L << 30;
    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final BoxedPast.Training TRAINING =
            new BoxedPast.Training(Duration.ofDays(150), "1h,24h,168h,720h", Duration.ofDays(14));

    @TempDir
    Path folder;

    @Test
    void is_that_of_windows_and_pending_outcomes_and_ends_growing_with_them() throws Exception {
        Path data = folder.resolve("data");
        Path out = data.resolve("live");
        BoxedPast past = BoxedPast.until(BEGIN, folder, TRAINING);
        LoadMarket market = LoadMarket.of(PAIRS, BEGIN.toEpochMilli(), DAYS * HOURS_A_DAY, KrakenFeed.SOURCE);
        Topics topics = new Topics("load.");
        List<EventBlock> announcements = announcements(past);
        ExpectedState expected = new ExpectedState(settings(), announcements, PARALLELISM);
        SortedMap<Long, CheckpointSizes> measured = new TreeMap<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                Supervisor supervisor =
                        new Supervisor(JavaProgram.own().executable(), data.resolve("logs"), Set.of(), this::say)) {
            TopicAdmin.ensure(broker.bootstrap(), topics, PARTITIONS);
            supervisor.keep(new Child("live", "2g", words(data, broker.bootstrap()), false));
            try (EventPublisher publisher =
                    new EventPublisher(broker.bootstrap(), topics.events(), KrakenFeed.SOURCE, new long[PARTITIONS])) {
                publisher.send(announcements);
                for (int day = 0; day < DAYS; day++) {
                    publish(market, day, publisher, expected);
                    long tick = tick((day + 1) * HOURS_A_DAY);
                    expected.note(tick);
                    WholeRows.await(out, tick);
                    measured.put(tick, newest(data.resolve("checkpoints")));
                    say("day %d: %,d bytes", day + 1, measured.get(tick).total());
                }
            }
        }
        requireAsExpected(measured, expected.sizes(RunFolder.open(out)));
    }

    private static void publish(LoadMarket market, int day, EventPublisher publisher, ExpectedState expected) {
        for (int hour = day * HOURS_A_DAY; hour < (day + 1) * HOURS_A_DAY; hour++) {
            List<EventBlock> trades = market.trades(hour);
            publisher.send(trades);
            publisher.heartbeat(tick(hour + 1) + 1);
            expected.fold(tick(hour + 1), trades);
        }
    }

    private void requireAsExpected(
            SortedMap<Long, CheckpointSizes> measured, SortedMap<Long, ExpectedState.Size> expected) {
        assertThat(expected.keySet()).isEqualTo(measured.keySet()).hasSize(DAYS);
        List<Double> ratios = new ArrayList<>();
        for (Map.Entry<Long, CheckpointSizes> day : measured.entrySet()) {
            CheckpointSizes is = day.getValue();
            ExpectedState.Size wanted = expected.get(day.getKey());
            ratios.add(is.total() / (double) wanted.total());
            say(
                    "%s state %,d of %,d expected (%.3f): memories %,d of %,d, columns %,d of %,d, pending %,d of %,d, with %,d of models in all",
                    Instant.ofEpochMilli(day.getKey()),
                    is.total(),
                    wanted.total(),
                    ratios.get(ratios.size() - 1),
                    is.bytes().get("known") + is.bytes().get("market"),
                    wanted.memories(),
                    is.bytes().get("drift"),
                    wanted.columns(),
                    is.bytes().get("judged"),
                    wanted.pending(),
                    wanted.models());
        }
        assertThat(ratios).allSatisfy(ratio -> assertThat(ratio).isBetween(0.95, 1.05));
        assertThat(measured.values())
                .allSatisfy(size -> assertThat(size.total()).isLessThan(GIGABYTE));
        SortedMap<Long, CheckpointSizes> full = measured.tailMap(tick(DAYS_UNTIL_FULL * HOURS_A_DAY));
        assertThat(full).as("days with all windows full").isNotEmpty();
        long first = full.get(full.firstKey()).total();
        assertThat(full.values())
                .allSatisfy(size -> assertThat(size.total() / (double) first).isBetween(0.99, 1.01));
    }

    private static GraphSettings settings() {
        Configuration conf =
                Configuration.read(Answer.home().resolve("conf"), Map.of("sources.feeds", WarmStart.TRADES_ONLY));
        return RunPlan.live(conf, BEGIN.toEpochMilli(), List.of()).settings();
    }

    /** Decision instant right behind so many hours of the market. */
    private static long tick(int hours) {
        return HOURLY.tickOf(BEGIN.toEpochMilli() + hours * TickGrid.HOUR);
    }

    private static List<EventBlock> announcements(BoxedPast past) throws IOException {
        List<EventBlock> events = new ArrayList<>();
        for (Path model : past.models()) {
            events.add(AnnouncementArchive.event(ModelFolder.announce(model), tick(0) + 1));
        }
        return events;
    }

    private static List<String> words(Path data, String bootstrap) {
        return List.of(
                "org.cryptosmarttrader.app.Cst",
                "live",
                "--conf",
                Answer.home().resolve("conf").toString(),
                "--data",
                data.toString(),
                "--set",
                "ingest.topic.prefix=load.",
                "--parallelism",
                Integer.toString(PARALLELISM),
                "--genesis",
                BEGIN.toString(),
                "--bootstrap",
                bootstrap);
    }

    private static CheckpointSizes newest(Path checkpoints) throws Exception {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            var found = CheckpointSizes.newest(checkpoints);
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new AssertionError("no whole checkpoint in " + checkpoints);
    }

    private void say(String form, Object... values) {
        System.out.printf("%s %s%n", Instant.now(), form.formatted(values));
    }
}
