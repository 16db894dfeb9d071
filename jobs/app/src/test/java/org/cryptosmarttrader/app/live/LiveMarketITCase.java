package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.cluster.SentRows;
import org.cryptosmarttrader.app.runs.IngestRun;
import org.cryptosmarttrader.app.runs.LiveRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.WarmStart;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.kraken.KrakenFeed;
import org.cryptosmarttrader.ingest.live.EventFeed;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import org.cryptosmarttrader.wire.events.Topics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("A live market of all recorded pairs, at a venue in a box")
class LiveMarketITCase {

    private static final Instant BEGIN = Instant.parse("2022-06-01T00:00:00Z");
    private static final Duration MODELS_FROM = Duration.ofHours(6);

    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);

    /** Behind the last tick, so that it is promised. */
    private static final long MARGIN = 2 * TickGrid.MINUTE;

    @TempDir
    Path folder;

    /** {@code -Dcst.box.days=30} for a month. */
    @Test
    void forecasts_what_the_replay_of_all_it_heard_forecasts() throws Exception {
        int days = Integer.getInteger("cst.box.days", 2);
        Path data = folder.resolve("data");
        Instant end = BEGIN.plus(Duration.ofDays(days));
        long begin = BEGIN.toEpochMilli();
        BoxedPast past = BoxedPast.until(BEGIN.minus(Duration.ofHours(1)), folder, BoxedPast.Training.OF_A_DAY);
        WarmStart warm = WarmStart.of(past.archive(), Optional.empty(), BEGIN, HOURLY);
        Configuration conf =
                Configuration.read(Answer.home().resolve("conf"), Map.of("sources.feeds", warm.feeds(HOURLY)));
        Topics topics = new Topics("box.");
        Path out = data.resolve("live");
        int models = past.models().size();
        long sent;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                BoxedVenue venue = new BoxedVenue(
                        BoxedBars.between(begin - TickGrid.DAY, end.toEpochMilli()),
                        FaultPlan.none(),
                        begin,
                        TickGrid.MINUTE);
                IngestRun ingest = IngestRun.start(
                        settings(venue),
                        HOURLY,
                        broker.bootstrap(),
                        data,
                        OptionalLong.of(warm.firstLiveBar(HOURLY)),
                        venue.clock(),
                        venue.clock(),
                        new EventFeed.Rhythm(TickGrid.MINUTE, TickGrid.MINUTE));
                LiveRun live = LiveRun.start(
                        RunPlan.live(conf, warm, List.of()),
                        broker.bootstrap(),
                        topics,
                        out,
                        data.resolve("checkpoints"),
                        JobSettings.once(2))) {
            long started = System.nanoTime();
            announce(past, venue, broker.bootstrap(), topics);
            venue.advanceTo(end.toEpochMilli() + 5_000 + MARGIN);
            System.out.printf(
                    "market time of %s to %s in %.1f s, %,d events, %d models%n",
                    BEGIN, end, (System.nanoTime() - started) / 1e9, ingest.events(), models);
            ingest.tend();
            requireStatus(
                    Json.mapper().readTree(data.resolve("ingest/status.json").toFile()), ingest.events(), end);
            awaitWhole(live, end.toEpochMilli() + 5_000);
            try (SentRows forecasts = new SentRows(broker.bootstrap(), "box.forecasts")) {
                sent = forecasts.byKey().size();
            }
        }

        SortedMap<String, Long> rows = ReplayOfLive.requireEqual(out, past.archive(), folder, end.plusSeconds(5));
        System.out.printf("%,d forecasts on Kafka%n", sent);
        assertThat(rows.get("features")).isGreaterThanOrEqualTo(33L * 24 * days);
        assertThat(rows.get("forecasts")).isEqualTo(sent).isGreaterThanOrEqualTo(33L * 24 * (days - 1) * models);
        requireExplained(data, past.archive(), end, 33L * models);
    }

    /** Of the last tick: what was heard is found in the raw log, what the run began with in the archive's payloads. */
    private void requireExplained(Path data, Path past, Instant end, long forecasts) throws IOException {
        Answer explained = Answer.to(
                "explain",
                "--run",
                data.resolve("live").toString(),
                "--archive",
                folder.resolve("verified/archive").toString(),
                "--archive",
                past.toString(),
                "--data",
                data.toString(),
                "--from",
                end.toString(),
                "--until",
                end.plusSeconds(5).toString(),
                "--json");
        System.out.println(explained.out());
        assertThat(explained.exit()).as(explained.out() + explained.err()).isZero();
        JsonNode said = explained.json();
        assertThat(said.get("forecasts").asLong()).isGreaterThanOrEqualTo(forecasts);
        for (String step : List.of(
                "model card", "prediction id", "forecast again", "features again", "raw payloads", "event values")) {
            assertThat(said.at("/steps/%s/HOLDS".formatted(step))).as(step).isEqualTo(said.get("forecasts"));
        }
        assertThat(said.at("/steps/forecast row/NOT_LOOKED_AT"))
                .as("a run under way has no sealed roots")
                .isEqualTo(said.get("forecasts"));
    }

    /** Market time goes on slowly until the feed has taken the announcements. */
    private static void announce(BoxedPast past, BoxedVenue venue, String bootstrap, Topics topics) throws Exception {
        CompletableFuture<Void> announced = past.announce(bootstrap, topics, BEGIN.plus(MODELS_FROM));
        long now = BEGIN.toEpochMilli();
        while (!announced.isDone()) {
            now += TickGrid.MINUTE;
            venue.advanceTo(now);
        }
        announced.get();
    }

    private static void requireStatus(JsonNode status, long events, Instant end) {
        assertThat(status.get("events").asLong()).isEqualTo(events);
        assertThat(status.get("promised").asLong()).isGreaterThan(end.toEpochMilli());
        JsonNode kraken = status.get("sources").get(0);
        assertThat(kraken.get("source").asText()).isEqualTo(KrakenFeed.SOURCE);
        assertThat(kraken.get("calls").get("succeeded").asLong()).isPositive();
        assertThat(kraken.get("complaints")).isEmpty();
    }

    private static IngestSettings settings(BoxedVenue venue) {
        return IngestReader.read(
                Answer.home().resolve("conf"), BoxedSettings.of(venue, Map.of("topic.prefix", "box.")));
    }

    private static void awaitWhole(LiveRun live, long until) throws Exception {
        while (live.folder().wholeUpTo() < until) {
            live.requireAlive();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
