package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.runs.WarmStart;
import org.cryptosmarttrader.app.up.Installation;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.events.Topics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dcst.soak.minutes=75} for more than an hour, with two ticks in it. */
@Tag("long")
@DisplayName("A market of 471 pairs at the pace of the real one")
class SoakITCase {

    private static final Instant GENESIS = Instant.parse("2022-06-01T00:00:00Z");
    /** Ten minutes before the first tick: what ingest missed is read again by then. */
    private static final Instant FROM = GENESIS.plus(Duration.ofMinutes(50));

    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("cst.soak.minutes", 12));
    private static final Instant UNTIL = FROM.plus(LENGTH);
    private static final int PAIRS = Integer.getInteger("cst.load.pairs", 471);
    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final Topics TOPICS = new Topics("cst.");
    private static final BoxedPast.Training TRAINING =
            new BoxedPast.Training(Duration.ofDays(150), "1h,24h,168h,720h", Duration.ofDays(14));

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void is_followed_and_forecast_without_a_pause() throws Exception {
        Path data = folder.resolve("data");
        Path out = data.resolve("live");
        BoxedPast trained = BoxedPast.until(GENESIS, folder, TRAINING);
        WarmStart warm = WarmStart.of(past(), Optional.empty(), GENESIS, HOURLY);
        Instant start = Instant.now().plusSeconds(30);
        long behind = FROM.toEpochMilli() - start.toEpochMilli();
        long firstTick = HOURLY.tickOf(FROM.toEpochMilli());
        long lastTick = HOURLY.tickOf(UNTIL.toEpochMilli()) - TickGrid.HOUR;
        SortedMap<Long, Integer> forecasts;
        try (Installation up = Installation.start(plan(data, warm, start), TOPICS, 4, this::say);
                ForecastLags lags = new ForecastLags(up.bootstrap(), TOPICS.of("forecasts"), behind)) {
            trained.announce(up.bootstrap(), TOPICS, Instant.ofEpochMilli(firstTick))
                    .get();
            for (long minute = 1; Instant.now().isBefore(start.plus(LENGTH)); minute++) {
                awaitRealTime(start.plus(Duration.ofMinutes(minute)));
                say("minute %d: %s; %s", minute, memory(up), promised(data, behind));
            }
            WholeRows.await(out, lastTick);
            lags.lines(firstTick).forEach(line -> say("%s", line));
            forecasts = lags.counts(firstTick);
            assertThat(up.supervisor().process(Installation.LIVE).isAlive()).isTrue();
        }
        assertThat(said).noneMatch(line -> line.contains("started again"));
        SortedMap<String, Long> rows =
                ReplayOfLive.requireEqual(out, warm.archive(), folder, Instant.ofEpochMilli(lastTick));
        long ticks = (lastTick - firstTick) / TickGrid.HOUR + 1;
        assertThat(forecasts).hasSize((int) ticks);
        assertThat(rows.get("forecasts"))
                .isEqualTo(forecasts.values().stream()
                        .mapToLong(Integer::longValue)
                        .sum())
                .isGreaterThanOrEqualTo(ticks * PAIRS * trained.models().size() * 9 / 10);
    }

    /** What an archive holds of the market's past; the last hour before it begins is left for ingest to read. */
    private Path past() throws IOException {
        Path files = Files.createDirectories(folder.resolve("market"));
        LoadMarket.around(FROM.toEpochMilli(), UNTIL.toEpochMilli(), PAIRS)
                .copy(GENESIS.minus(Duration.ofHours(1)).toEpochMilli(), files);
        Path archive = folder.resolve("market-archive");
        BoxedPast.importKraken(files, archive);
        return archive;
    }

    private Installation.Plan plan(Path data, WarmStart warm, Instant start) throws IOException {
        return BoxedPlan.of(
                data,
                warm,
                HOURLY,
                GENESIS,
                List.of(
                        "--box-from",
                        FROM.toString(),
                        "--box-until",
                        UNTIL.plusSeconds(10).toString(),
                        "--box-at",
                        start.toString(),
                        "--box-pairs",
                        Integer.toString(PAIRS)));
    }

    private static String memory(Installation up) throws IOException {
        StringBuilder memory = new StringBuilder("resident");
        for (String name : List.of(Installation.BROKER, Installation.INGEST, Installation.LIVE)) {
            Path status =
                    Path.of("/proc", Long.toString(up.supervisor().process(name).pid()), "status");
            String line = Files.readAllLines(status).stream()
                    .filter(read -> read.startsWith("VmRSS"))
                    .findFirst()
                    .orElseThrow();
            memory.append(" %s %d MB".formatted(name, Long.parseLong(line.replaceAll("\\D", "")) / 1_024));
        }
        return memory.toString();
    }

    private static String promised(Path data, long behind) throws IOException {
        Path status = data.resolve("ingest/status.json");
        if (!Files.exists(status)) {
            return "no status yet";
        }
        var read = Json.mapper().readTree(status.toFile());
        return "status %d ms old, promise then %d ms old, %,d events, complaints %s"
                .formatted(
                        System.currentTimeMillis() - read.get("at").asLong(),
                        read.get("at").asLong() + behind - read.get("promised").asLong(),
                        read.get("events").asLong(),
                        read.get("sources").get(0).get("complaints"));
    }

    private void say(String form, Object... values) {
        String line = form.formatted(values);
        said.add(line);
        System.out.printf("%s %s%n", Instant.now(), line);
    }

    private static void awaitRealTime(Instant instant) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                Math.max(0, Duration.between(Instant.now(), instant).toMillis()));
    }
}
