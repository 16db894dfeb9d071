package org.cryptosmarttrader.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A past for a live run")
class WarmStartTest {

    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final Instant NOW = Instant.parse("2022-06-01T03:20:00Z");

    @TempDir
    Path folder;

    private Path archive;

    /** Two bars of each pair: those that start at 00:00 and 01:00, the last known at 02:00:05. */
    @BeforeEach
    void archive() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        List<String> bars = List.of("1654041600,10,11,9,10,5,7", "1654045200,10,12,10,11,6,8");
        Files.write(files.resolve("XBTUSD_60.csv"), bars);
        Files.write(files.resolve("ETHEUR_60.csv"), bars);
        archive = folder.resolve("past");
        Answer imported =
                Answer.to("import", "--archive", archive.toString(), "--source", "kraken", "--from", files.toString());
        assertThat(imported.exit()).as(imported.err()).isZero();
    }

    private MarketFeeds feeds(WarmStart warm) throws IOException {
        return Configuration.read(Answer.home().resolve("conf"), Map.of("sources.feeds", warm.feeds(HOURLY)))
                .feeds();
    }

    @Test
    void hands_over_to_trades_with_the_first_bar_the_archive_does_not_hold() throws IOException {
        WarmStart warm = WarmStart.of(archive, Optional.empty(), NOW, HOURLY);
        long handOver = Instant.parse("2022-06-01T02:00:00Z").toEpochMilli();

        assertThat(warm.firstLiveBar(HOURLY)).isEqualTo(handOver);
        assertThat(warm.emitFrom()).isEqualTo(NOW.toEpochMilli());
        MarketFeeds feeds = feeds(warm);
        assertThat(feeds.feedOf("BTC/USD", handOver - 1)).contains(MarketFeed.parse("kraken:bar:60m"));
        assertThat(feeds.feedOf("BTC/USD", handOver)).contains(MarketFeed.parse("kraken:trade"));
        assertThat(feeds.feedOf("NEW/USD", handOver - 1))
                .as("of what the archive does not hold, trades")
                .contains(MarketFeed.parse("kraken:trade"));
        assertThat(feeds.feedOf("ETH/EUR", handOver))
                .as("euros are not listened to")
                .isEmpty();
    }

    @Test
    void is_refused_if_it_ends_in_the_future() {
        Instant earlier = Instant.parse("2022-06-01T02:00:00Z");

        assertThatThrownBy(() -> WarmStart.of(archive, Optional.empty(), earlier, HOURLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2022-06-01T02:00:05Z, in the future")
                .hasMessageContaining("clock");
    }

    @Test
    void stays_as_it_was_for_a_run_that_goes_on() throws IOException {
        WarmStart begun = WarmStart.of(archive, Optional.empty(), NOW, HOURLY);
        Configuration conf =
                Configuration.read(Answer.home().resolve("conf"), Map.of("sources.feeds", begun.feeds(HOURLY)));
        Optional<RunManifest> manifest =
                Optional.of(RunPlan.live(conf, begun, List.of()).manifest("live", List.of(), "test"));

        WarmStart again = WarmStart.of(archive, manifest, NOW.plusSeconds(86_400), HOURLY);

        assertThat(again).isEqualTo(begun);
    }
}
