package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.cluster.SentRows;
import org.cryptosmarttrader.app.runs.WarmStart;
import org.cryptosmarttrader.app.up.Installation;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.events.Topics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Broker, ingest and job as processes of their own")
class UpITCase {

    private static final Instant BEGIN = Instant.parse("2022-06-01T00:00:00Z");
    private static final int DAYS = Integer.getInteger("cst.box.days", 8);
    private static final int KILLS = Integer.getInteger("cst.box.kills", 8);
    private static final Instant END = BEGIN.plus(Duration.ofDays(DAYS));
    private static final long LAST_TICK = END.toEpochMilli() + 5_000;
    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final String ALL = "all";
    /** What is killed, in turns. */
    private static final List<String> NAMES = List.of(Installation.LIVE, Installation.INGEST, Installation.BROKER, ALL);

    @TempDir
    Path folder;

    private int cutOff;

    @Test
    void killed_at_any_time_go_on_by_themselves_and_lose_and_double_nothing() throws Exception {
        Path data = folder.resolve("data");
        Path out = data.resolve("live");
        BoxedPast past = BoxedPast.until(BEGIN.minus(Duration.ofHours(1)), folder, BoxedPast.Training.OF_A_DAY);
        WarmStart warm = WarmStart.of(past.archive(), Optional.empty(), BEGIN, HOURLY);
        List<Long> recoveries = new ArrayList<>();
        int models = past.models().size();
        long sent;
        try (Installation up = Installation.start(plan(data, warm), new Topics("cst."), 4, this::say)) {
            past.announce(up.bootstrap(), new Topics("cst."), BEGIN.plus(Duration.ofHours(12)))
                    .get();
            for (int kill = 0; kill < KILLS; kill++) {
                // the market does not wait: it must not have ended before the last kill
                WholeRows.await(out, BEGIN.toEpochMilli() + (LAST_TICK - BEGIN.toEpochMilli()) / 2 * kill / KILLS);
                recoveries.add(kill(up, NAMES.get(kill % NAMES.size()), data));
            }
            WholeRows.await(out, LAST_TICK);
            try (SentRows forecasts = new SentRows(up.bootstrap(), "cst.forecasts")) {
                say("%,d messages with forecasts", forecasts.count());
                sent = forecasts.byKey().size();
            }
        }
        say("%d kills, %d of a checkpoint for good, recovered after %s ms", KILLS, cutOff, recoveries);
        assertThat(cutOff).isPositive();

        Answer audited = Answer.to("audit", "verify", "--data", data.toString(), "--json");
        assertThat(audited.exit()).as(audited.err()).isZero();
        say("audit logs: %s", audited.json());
        SortedMap<String, Long> rows = ReplayOfLive.requireEqual(out, past.archive(), folder, END.plusSeconds(5));
        assertThat(rows.get("features")).isGreaterThanOrEqualTo(33L * 24 * DAYS);
        assertThat(rows.get("forecasts")).isEqualTo(sent).isGreaterThanOrEqualTo(33L * 24 * (DAYS - 1) * models);
    }

    /**
     * Kills while a checkpoint is being made, and waits until rows are whole of a time that ingest had not promised yet: what
     * was under way would have come without any of the three.
     *
     * @return milliseconds from the kill until then
     */
    private long kill(Installation up, String name, Path data) throws Exception {
        Path unfinished = awaitUnfinished(data.resolve("checkpoints"));
        List<String> killed = name.equals(ALL) ? NAMES.subList(0, NAMES.size() - 1) : List.of(name);
        List<ProcessHandle> processes =
                killed.stream().map(up.supervisor()::process).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        long at = System.nanoTime();
        for (ProcessHandle process : processes) {
            process.onExit().get();
        }
        long promised = Cursors.open(data.resolve("ingest/cursors.json")).promised();
        boolean isCutOff = killed.contains(Installation.LIVE) && !Files.exists(unfinished.resolve("_metadata"));
        cutOff += isCutOff ? 1 : 0;
        say(
                "kill -9 of %s while %s was being made%s, rows whole up to %s, promised up to %s",
                killed,
                unfinished.getFileName(),
                isCutOff ? " (it never was)" : "",
                Instant.ofEpochMilli(WholeRows.upTo(data.resolve("live"))),
                Instant.ofEpochMilli(promised));
        assertThat(promised).as("market time has ended, take more days").isLessThan(LAST_TICK - TickGrid.HOUR);
        WholeRows.await(data.resolve("live"), promised + 1);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - at);
        say("goes on after %,d ms", millis);
        return millis;
    }

    /** A checkpoint that has begun; its metadata are written last. */
    private static Path awaitUnfinished(Path checkpoints) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < deadline) {
            if (Files.isDirectory(checkpoints)) {
                try (Stream<Path> found = Files.walk(checkpoints, 2)) {
                    Optional<Path> newest = found.filter(
                                    path -> path.getFileName().toString().startsWith("chk-"))
                            .max(Comparator.comparing(UpITCase::modified));
                    if (newest.isPresent() && !Files.exists(newest.get().resolve("_metadata"))) {
                        return newest.get();
                    }
                } catch (UncheckedIOException gone) {
                    // an old one was removed just now
                }
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        throw new AssertionError("no checkpoint was being made for two minutes");
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Installation.Plan plan(Path data, WarmStart warm) throws IOException {
        return BoxedPlan.of(
                data,
                warm,
                HOURLY,
                BEGIN,
                List.of(
                        "--box-from",
                        BEGIN.toString(),
                        "--box-until",
                        END.plusSeconds(300).toString()));
    }

    private void say(String form, Object... values) {
        System.out.printf("%s %s%n", Instant.now(), form.formatted(values));
    }
}
