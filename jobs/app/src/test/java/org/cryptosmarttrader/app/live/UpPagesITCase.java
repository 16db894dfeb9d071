package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.app.pages.PageCheck;
import org.cryptosmarttrader.app.runs.WarmStart;
import org.cryptosmarttrader.app.up.Installation;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.events.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two days of a recorded market, lived through by the processes of {@code cst up}. */
@Tag("long")
@DisplayName("What cst up shows")
class UpPagesITCase {

    private static final Instant BEGIN = Instant.parse("2022-06-01T00:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(2));
    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);

    @TempDir
    private static Path folder;

    private static Path run;
    private static Installation.Plan plan;
    private static Installation up;

    @BeforeAll
    static void live() throws Exception {
        Path data = folder.resolve("data");
        run = data.resolve("live");
        BoxedPast past = BoxedPast.until(BEGIN.minus(Duration.ofHours(1)), folder, BoxedPast.Training.OF_A_DAY);
        WarmStart warm = WarmStart.of(past.archive(), Optional.empty(), BEGIN, HOURLY);
        String until = END.plusSeconds(300).toString();
        plan = BoxedPlan.of(data, warm, HOURLY, BEGIN, List.of("--box-from", BEGIN.toString(), "--box-until", until));
        up = Installation.start(
                plan,
                new Topics("cst."),
                4,
                (form, values) -> System.out.printf("%s %s%n", Instant.now(), form.formatted(values)));
        past.announce(up.bootstrap(), new Topics("cst."), BEGIN.plus(Duration.ofHours(12)))
                .get();
        WholeRows.await(run, END.toEpochMilli() + 5_000);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (up != null) {
            up.close();
        }
    }

    @Test
    void is_the_status_the_graph_sent() throws Exception {
        int compared = StatusSent.requireSaid(up.bootstrap(), BoxedPlan.port(plan, "--api-port"), run);

        System.out.printf("%d values of the last status sent found in /gates and /status%n", compared);
        assertThat(compared).isPositive();
    }

    @Test
    void fills_every_page() throws Exception {
        int looks = PageCheck.ofEach("http://127.0.0.1:" + BoxedPlan.port(plan, "--pages-port"), "up");

        System.out.printf("%d looks%n", looks);
    }
}
