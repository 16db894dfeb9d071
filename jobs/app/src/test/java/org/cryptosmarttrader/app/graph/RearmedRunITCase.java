package org.cryptosmarttrader.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.CapturedEvents;
import org.cryptosmarttrader.app.runs.ReplayRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.HeardByBook;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded week in which the lane RESEARCH may lose so little that its kill switch trips. */
@DisplayName("An account that is re-armed")
class RearmedRunITCase {

    /** Of the peak; what a week of paper trading loses in fees alone. */
    private static final Map<String, String> TIGHT =
            Map.of("risk.drawdown.max", "0.002", "risk.portfolio.allocation", "none", "strategy.use", "forecast");

    @TempDir
    private static Path folder;

    private static RecordedRun recorded;
    private static RunPlan plan;
    private static RunFolder closed;
    private static RunFolder rearmed;
    private static Path announcements;
    private static long trippedAt;
    private static long rearmedAt;

    @BeforeAll
    static void run_once() throws Exception {
        recorded = RecordedRun.in(folder);
        plan = recorded.planWith(TIGHT);
        closed = bounded("closed", List.of());
        trippedAt = stopped(closed).get(0);
        rearmedAt = trippedAt + 24 * plan.grid().intervalMillis();
        announcements = folder.resolve("announcements");
        Answer answer = Answer.to(
                "rearm",
                "--lane",
                "research",
                "--quote",
                "USD",
                "--name",
                "A. Person",
                "--reason",
                "the fees were expected",
                "--from",
                Instant.ofEpochMilli(rearmedAt - 1_000).toString(),
                "--out",
                announcements.toString());
        assertThat(answer.err()).isEmpty();
        rearmed = bounded("rearmed", List.of(announcements));
    }

    @AfterAll
    static void say() {
        System.out.printf(
                "tripped at %s, re-armed at %s%n", Instant.ofEpochMilli(trippedAt), Instant.ofEpochMilli(rearmedAt));
    }

    private static List<Path> archives(List<Path> more) {
        List<Path> all = new ArrayList<>(recorded.modelArchives());
        all.addAll(more);
        return all;
    }

    private static RunManifest manifest(String kind, List<Path> more) throws IOException {
        List<RunManifest.Rearming> rearmings = new ArrayList<>();
        for (Path archive : more) {
            rearmings.addAll(AnnouncementArchive.rearmings(archive));
        }
        return plan.manifest(kind, recorded.first().manifest().models(), rearmings, Version.program());
    }

    private static RunFolder bounded(String name, List<Path> more) throws Exception {
        return BoundedRun.run(plan, manifest(name, more), archives(more), folder.resolve(name), JobSettings.once(2));
    }

    /** Ticks after which the account of RESEARCH in dollars was stopped. */
    private static List<Long> stopped(RunFolder run) throws IOException {
        RowBatch accounts = run.readAll(Datasets.ACCOUNTS);
        return IntStream.range(0, accounts.rows())
                .filter(row -> text(Datasets.ACCOUNTS, accounts, "lane", row).equals("RESEARCH"))
                .filter(row -> text(Datasets.ACCOUNTS, accounts, "quote", row).equals("USD"))
                .filter(row -> accounts.booleans(Datasets.ACCOUNTS.indexOf("stopped"))[row])
                .mapToObj(row -> accounts.longs(0)[row])
                .sorted()
                .toList();
    }

    private static String text(RowSchema schema, RowBatch rows, String column, int row) {
        return rows.strings(schema.indexOf(column))[row];
    }

    private static List<Long> newOrders(RunFolder run) throws IOException {
        RowBatch orders = run.readAll(Datasets.ORDERS);
        return IntStream.range(0, orders.rows())
                .filter(row -> text(Datasets.ORDERS, orders, "status", row).equals("NEW"))
                .filter(row -> text(Datasets.ORDERS, orders, "side", row).equals("BUY"))
                .mapToObj(row -> orders.longs(0)[row])
                .toList();
    }

    @Test
    void trades_again_from_the_first_tick_behind_its_instant_and_not_before() throws IOException {
        assertThat(stopped(closed)).contains(plan.until());
        assertThat(newOrders(closed)).noneMatch(tick -> tick >= trippedAt);

        assertThat(stopped(rearmed))
                .contains(rearmedAt - plan.grid().intervalMillis())
                .doesNotContain(rearmedAt);
        assertThat(newOrders(rearmed))
                .noneMatch(tick -> tick >= trippedAt && tick < rearmedAt)
                .anyMatch(tick -> tick >= rearmedAt);
    }

    @Test
    void is_a_row_of_the_audit_with_name_and_reason() throws IOException {
        RowBatch audit = rearmed.readAll(Datasets.AUDIT);
        List<String> rows = IntStream.range(0, audit.rows())
                .filter(row -> text(Datasets.AUDIT, audit, "event", row).equals("REARMED"))
                .mapToObj(row -> audit.longs(0)[row] + " " + text(Datasets.AUDIT, audit, "detail", row))
                .toList();

        assertThat(rows).containsExactly(rearmedAt + " by A. Person: the fees were expected");
    }

    @Test
    void is_heard_when_the_book_alone_trades_again() throws Exception {
        List<BookTick> heard = HeardByBook.of(
                plan.settings().withoutFeatures(),
                new ArchiveSource(plan.archiveSpan(List.of(announcements))),
                JobSettings.once(2));
        List<BookTick> told =
                heard.stream().filter(tick -> !tick.notices().isEmpty()).toList();

        assertThat(told).extracting(BookTick::tick).containsExactly(rearmedAt);
        assertThat(told.get(0).quotes()).isNotEmpty();
    }

    @Test
    void makes_another_run() {
        assertThat(rearmed.manifest().rearmed())
                .containsExactly(new RunManifest.Rearming("RESEARCH", "USD", rearmedAt - 1_000));
        assertThat(rearmed.manifest().run().replace("rearmed-", ""))
                .isNotEqualTo(closed.manifest().run().replace("closed-", ""));
        assertThat(rearmed.manifest().roots()).isNotEqualTo(closed.manifest().roots());
    }

    @Test
    void does_over_kafka_what_it_does_over_the_archive() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            RunFolder replay = ReplayRun.run(
                    plan,
                    manifest("replay", List.of(announcements)),
                    archives(List.of(announcements)),
                    broker.bootstrap(),
                    new Topics("rearmed."),
                    folder.resolve("replay"),
                    JobSettings.once(2)
                            .withCheckpoints(
                                    Duration.ofMillis(200),
                                    folder.resolve("checkpoints").toUri().toString()));
            isTheSame(replay);

            // and what the run over Kafka was sent repeats it alone
            Path captured = folder.resolve("captured");
            assertThat(CapturedEvents.addTo(captured, RunFolder.open(replay.root())))
                    .containsEntry(EventKind.REARM, 1L);
        }
    }

    private static void isTheSame(RunFolder run) {
        assertThat(run.manifest().rows()).isEqualTo(rearmed.manifest().rows());
        assertThat(run.manifest().roots()).isEqualTo(rearmed.manifest().roots());
        System.out.printf(
                "%s: %,d rows of %d datasets compared%n",
                run.root().getFileName(),
                run.manifest().rows().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                run.manifest().roots().size());
    }
}
