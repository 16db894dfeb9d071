package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.up.Installation;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Broker, ingest and job as processes of their own")
class UpITCase {

    private static final Instant BEGIN = Instant.parse("2022-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2022-06-05T00:00:00Z");
    private static final long LAST_TICK = END.toEpochMilli() + 5_000;
    private static final int KILLS = 6;
    private static final List<String> NAMES = List.of(Installation.INGEST, Installation.LIVE, Installation.BROKER);

    @TempDir
    Path folder;

    @Test
    void killed_at_any_time_go_on_by_themselves_and_lose_and_double_nothing() throws Exception {
        Path data = folder.resolve("data");
        Path out = data.resolve("live");
        Answer.to("--version");
        try (Installation up = Installation.start(plan(data), new Topics("cst."), 4, this::say)) {
            SplittableRandom random = new SplittableRandom(5);
            for (int kill = 0; kill < KILLS; kill++) {
                long target =
                        BEGIN.toEpochMilli() + (END.toEpochMilli() - BEGIN.toEpochMilli()) * (kill + 1) / (KILLS + 2);
                awaitWhole(out, target);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
                String name = NAMES.get(kill % NAMES.size());
                say("kill -9 %s, rows whole up to %s", name, Instant.ofEpochMilli(whole(out)));
                up.supervisor().process(name).destroyForcibly();
            }
            awaitWhole(out, LAST_TICK);
        }

        assertThat(ReplayOfLive.requireEqual(out, folder, BEGIN, END.plusSeconds(5)))
                .isGreaterThan(33 * 95);
    }

    private Installation.Plan plan(Path data) throws IOException {
        return new Installation.Plan(
                data,
                freePort(),
                List.of(
                        BoxedIngest.class.getName(),
                        "--box-from",
                        BEGIN.toString(),
                        "--box-until",
                        END.plusSeconds(300).toString()),
                List.of(
                        "--conf",
                        Answer.home().resolve("conf").toString(),
                        "--data",
                        data.toString(),
                        "--genesis",
                        BEGIN.toString()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void say(String form, Object... values) {
        System.out.printf("%s %s%n", Instant.now(), form.formatted(values));
    }

    private static long whole(Path out) throws IOException {
        return RunFolder.isAt(out) ? RunFolder.open(out).wholeUpTo() : Long.MIN_VALUE;
    }

    private static void awaitWhole(Path out, long until) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (whole(out) < until) {
            assertThat(System.nanoTime())
                    .as("rows are whole up to %s only", Instant.ofEpochMilli(Math.max(0, whole(out))))
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
