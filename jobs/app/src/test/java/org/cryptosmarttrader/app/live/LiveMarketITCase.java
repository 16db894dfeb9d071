package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.IngestRun;
import org.cryptosmarttrader.app.runs.LiveRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
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
    private static final Instant END = Instant.parse("2022-06-03T00:00:00Z");

    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);

    /** Behind the last tick, so that it is promised. */
    private static final long MARGIN = 2 * TickGrid.MINUTE;

    @TempDir
    Path folder;

    @Test
    void leaves_an_archive_whose_replay_gives_what_live_emitted() throws Exception {
        Path data = folder.resolve("data");
        Configuration conf = Configuration.read(Answer.home().resolve("conf"), Map.of())
                .withFeeds(MarketFeeds.always("*/USD", new MarketFeed(KrakenFeed.SOURCE, EventKind.TRADE, 0)));
        long begin = BEGIN.toEpochMilli();
        Topics topics = new Topics("box.");
        Path out = data.resolve("live");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                BoxedVenue venue = new BoxedVenue(
                        BoxedBars.between(begin - TickGrid.DAY, END.toEpochMilli()),
                        FaultPlan.none(),
                        begin,
                        TickGrid.MINUTE);
                IngestRun ingest = IngestRun.start(
                        settings(venue),
                        HOURLY,
                        broker.bootstrap(),
                        data,
                        venue.clock(),
                        venue.clock(),
                        new EventFeed.Rhythm(TickGrid.MINUTE, TickGrid.MINUTE));
                LiveRun live = LiveRun.start(
                        RunPlan.live(conf, begin, List.of()),
                        broker.bootstrap(),
                        topics,
                        out,
                        data.resolve("checkpoints"),
                        JobSettings.once(2))) {
            long started = System.nanoTime();
            venue.advanceTo(END.toEpochMilli() + 5_000 + MARGIN);
            System.out.printf(
                    "market time of %s to %s in %.1f s, %,d events%n",
                    BEGIN, END, (System.nanoTime() - started) / 1e9, ingest.events());
            ingest.tend();
            requireStatus(
                    Json.mapper().readTree(data.resolve("ingest/status.json").toFile()), ingest.events());
            awaitWhole(live, END.toEpochMilli() + 5_000);
        }

        assertThat(ReplayOfLive.requireEqual(out, folder, BEGIN, END.plusSeconds(5)))
                .isGreaterThan(33 * 47);
    }

    private static void requireStatus(JsonNode status, long events) {
        assertThat(status.get("events").asLong()).isEqualTo(events);
        assertThat(status.get("promised").asLong()).isGreaterThan(END.toEpochMilli());
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
