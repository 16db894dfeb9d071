package org.cryptosmarttrader.wire.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.book.Execution;
import org.cryptosmarttrader.book.Notice;
import org.cryptosmarttrader.book.Rearm;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.provenance.Taint;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is said to the trade book")
class BookNoticesTest {

    private static final long AT = 5 * TickGrid.HOUR;
    private static final Rearm REARM = new Rearm(Lane.RESEARCH, "USD", "A. Person", "the feed was wrong");

    private static final EventBlock SAID = BookNotices.rearm(REARM, AT - 10, AT);
    private static final EventBlock FILL = report(Execution.fill(
            "GATED:BTC/USD:5:BUY", "T-1", decimal("0.123456789012345678"), decimal("1.10"), decimal("0")));
    private static final EventBlock END =
            report(Execution.end("GATED:BTC/USD:5:BUY", Execution.Outcome.REJECTED, null, "EOrder: fünds, \"none\""));

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static EventBlock report(Execution execution) {
        byte[] hash = Sha256.of("a message".getBytes(StandardCharsets.UTF_8));
        return BookNotices.execution(
                execution, "kraken", "BTC/USD", execution.fillId().length(), AT - 3, AT, hash);
    }

    @Test
    void comes_through_a_topic_to_the_last_digit() throws IOException {
        EventCodec codec = new EventCodec();
        for (EventBlock event : List.of(SAID, FILL, END)) {
            EventBlock received = codec.decode(codec.encode(event, 0));

            assertThat(Notice.of(received, 0)).isEqualTo(Notice.of(event, 0));
            assertThat(received.payloadHashes()).isEqualTo(event.payloadHashes());
        }
        assertThat(Notice.of(FILL, 0).words())
                .containsExactly("GATED:BTC/USD:5:BUY", "FILL", "T-1", "0.123456789012345678", "1.10", "0", "");
    }

    @Test
    void comes_out_of_an_archive_as_it_went_in(@TempDir Path folder) throws IOException {
        Archive archive = Archive.openOrCreate(folder);
        List<ArchiveFile> files = new ArrayList<>();
        files.addAll(file(folder, EventKind.REARM, SAID));
        files.addAll(file(folder, EventKind.EXECUTION, END, FILL));
        archive = archive.commit(new Commit(archive.nextCommit(), files, List.of(), List.of(), List.of(), 0));

        assertThat(archive.files(EventKind.REARM)).allMatch(file -> file.path().startsWith("kind=rearm/"));
        assertThat(archive.files(EventKind.EXECUTION))
                .allMatch(file -> file.path().startsWith("kind=execution/"));
        assertThat(read(archive)).containsExactlyInAnyOrder(Notice.of(SAID, 0), Notice.of(FILL, 0), Notice.of(END, 0));
    }

    private static List<ArchiveFile> file(Path folder, EventKind kind, EventBlock... events) throws IOException {
        DayFilesWriter writer = new DayFilesWriter(folder, kind, "said");
        RowBuilder row = new RowBuilder(EventRows.schema(kind));
        for (EventBlock event : events) {
            EventRows.add(row, event, 0, 0);
            writer.add(row.build(), 0);
        }
        return writer.finish();
    }

    private static List<Notice> read(Archive archive) throws IOException {
        List<Notice> notices = new ArrayList<>();
        try (TickReader ticks =
                new TickReader(List.of(archive), bucket -> true, pair -> true, 0, 2 * AT, RunScene.HOURLY)) {
            for (TickReader.Tick tick = ticks.next(); tick != null; tick = ticks.next()) {
                for (EventBlock block : tick.blocks()) {
                    for (int event = 0; event < block.count(); event++) {
                        notices.add(Notice.of(block, event));
                    }
                }
            }
        }
        return notices;
    }

    @Test
    void has_a_payload_and_a_source_of_its_own() {
        assertThat(Taint.of(SAID.source(), SAID.payloadHashes())).isEmpty();
    }

    @Test
    void is_one_event_however_often_it_is_said_and_another_for_another_instant() {
        assertThat(BookNotices.rearm(REARM, AT - 10, AT).sequence(0)).isEqualTo(SAID.sequence(0));
        assertThat(BookNotices.rearm(REARM, AT - 10, AT + 1).sequence(0)).isNotEqualTo(SAID.sequence(0));
    }
}
