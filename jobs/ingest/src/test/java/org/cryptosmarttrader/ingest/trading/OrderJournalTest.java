package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The journal of orders")
class OrderJournalTest {

    private static final GatedOrder ORDER = Desk.order("BTC/USD", Side.BUY, "0.50000000", Desk.BITCOIN, Desk.START);
    private static final VenueTrade TRADE = new VenueTrade(
            "T-1", "O-1", new BigDecimal("0.20"), new BigDecimal("149.9"), new BigDecimal("0.11992"), Desk.START + 7);

    @TempDir
    Path folder;

    private void write(Entry... entries) throws IOException {
        try (OrderJournal journal = OrderJournal.open(folder, Desk.BEGUN)) {
            for (Entry entry : entries) {
                journal.append(entry);
            }
        }
    }

    private static Entry intent() {
        return Entry.intent(Desk.START, ORDER, new BigDecimal("0.5"), new BigDecimal("151.50"), Desk.START + 10_000);
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    private List<ExecutionReport> unreported() throws IOException {
        try (OrderJournal journal = OrderJournal.open(folder, Desk.BEGUN)) {
            return journal.ledger().unreported().stream()
                    .flatMap(order -> order.unreported().stream())
                    .toList();
        }
    }

    @Test
    void is_read_back_to_the_last_digit() throws IOException {
        write(
                intent(),
                Entry.placed(Desk.START + 1, ORDER.id(), "O-1"),
                Entry.fill(Desk.START + 2, ORDER.id(), TRADE),
                Entry.ended(Entry.Kind.DONE, Desk.START + 3, ORDER.id(), "canceled"));

        assertThat(unreported())
                .containsExactly(
                        new ExecutionReport(
                                Desk.BEGUN * 1_000_000 + 3,
                                ORDER.id(),
                                "BTC/USD",
                                Side.BUY,
                                Outcome.FILL,
                                "T-1",
                                new BigDecimal("0.20"),
                                new BigDecimal("149.9"),
                                new BigDecimal("0.11992"),
                                Desk.START + 7,
                                ""),
                        new ExecutionReport(
                                Desk.BEGUN * 1_000_000 + 4,
                                ORDER.id(),
                                "BTC/USD",
                                Side.BUY,
                                Outcome.CANCELLED,
                                "",
                                new BigDecimal("0.20"),
                                null,
                                BigDecimal.ZERO,
                                Desk.START + 3,
                                "canceled"));
        assertThat(Files.readAllLines(file())).hasSize(5).element(1).asString().contains("\"clOrdId\":\"");
    }

    @Test
    void knows_after_a_restart_what_may_have_been_sent_and_what_was_reported() throws IOException {
        write(intent());
        try (OrderJournal journal = OrderJournal.open(folder, Desk.BEGUN)) {
            assertThat(journal.ledger().knows(ORDER.id())).isTrue();
            assertThat(journal.ledger().isOurs(ClientOrderId.of(ORDER.id()))).isTrue();
            assertThat(journal.ledger().unknown()).hasSize(1);
            assertThat(journal.ledger().sentSince(Desk.START - 1)).isEqualTo(1);
            assertThat(journal.ledger().sentSince(Desk.START)).isZero();
        }
        write(
                Entry.ended(Entry.Kind.REJECTED, Desk.START + 1, ORDER.id(), "EOrder:Insufficient funds"),
                Entry.reported(Desk.START + 2, ORDER.id(), ORDER.id() + ":REJECTED"));
        assertThat(unreported()).isEmpty();
    }

    @Test
    void cuts_off_a_line_that_was_being_written_when_its_process_ended() throws IOException {
        write(intent());
        String whole = Files.readString(file());
        String line = whole.substring(whole.indexOf('\n') + 1);
        for (int bytes = 1; bytes < line.length(); bytes += 7) {
            Files.writeString(file(), whole + line.substring(0, bytes));

            write();

            assertThat(Files.readString(file())).isEqualTo(whole);
        }
        write(Entry.placed(Desk.START + 1, ORDER.id(), "O-1"));
        assertThat(Files.readAllLines(file())).hasSize(3);
    }

    @Test
    void is_refused_if_a_line_was_altered_or_taken_out() throws IOException {
        write(intent(), Entry.placed(Desk.START + 1, ORDER.id(), "O-1"), Entry.fill(Desk.START + 2, ORDER.id(), TRADE));
        String whole = Files.readString(file());

        Files.writeString(file(), whole.replace("149.9", "149.8"));
        assertThatIOException()
                .isThrownBy(() -> OrderJournal.open(folder, Desk.BEGUN))
                .withMessageStartingWith(file() + ", line 4: its hash does not follow from the lines before it; ");

        Files.writeString(file(), whole.substring(whole.indexOf('\n') + 1));
        assertThatIOException()
                .isThrownBy(() -> OrderJournal.open(folder, Desk.BEGUN))
                .withMessageContaining(", line 1: ");

        Files.writeString(file(), "what is this\n", StandardOpenOption.TRUNCATE_EXISTING);
        assertThatIOException()
                .isThrownBy(() -> OrderJournal.open(folder, Desk.BEGUN))
                .withMessageContaining(", line 1: ");
    }

    @Test
    void says_first_when_it_began_and_keeps_that_over_restarts() throws IOException {
        write(intent());

        try (OrderJournal later = OrderJournal.open(folder, Desk.START + 1)) {
            assertThat(later.ledger().begunAt()).isEqualTo(Desk.BEGUN);
            assertThatIOException()
                    .isThrownBy(() -> later.append(Entry.begun(Desk.START)))
                    .withMessage("the journal begins a second time");
        }
        assertThat(Files.readAllLines(file()).get(0)).contains("BEGUN", Long.toString(Desk.BEGUN));

        String whole = Files.readString(file());
        Files.writeString(file(), whole.replace(Long.toString(Desk.BEGUN), Long.toString(Desk.BEGUN - 1)));
        assertThatIOException()
                .isThrownBy(() -> OrderJournal.open(folder, Desk.START))
                .withMessageContaining(", line 1: its hash does not follow");
    }

    @Test
    void of_before_it_said_so_began_with_its_first_line() throws IOException {
        OrderLedger ledger = new OrderLedger();

        ledger.apply(intent());
        ledger.apply(Entry.placed(Desk.START + 1, ORDER.id(), "O-1"));

        assertThat(ledger.begunAt()).isEqualTo(Desk.START);
    }

    @Test
    void has_one_writer() throws IOException {
        try (OrderJournal journal = OrderJournal.open(folder, Desk.BEGUN)) {
            assertThatIOException()
                    .isThrownBy(() -> OrderJournal.open(folder, Desk.BEGUN))
                    .withMessage(
                            "%s: another cst trade holds the journal of this folder; a key has one writer, or orders"
                                    + " could be sent twice: end the other first",
                            folder.toAbsolutePath());
            assertThat(journal.ledger().size()).isZero();
        }
    }

    @Test
    void takes_no_line_that_does_not_follow() throws IOException {
        write(intent());
        try (OrderJournal journal = OrderJournal.open(folder, Desk.BEGUN)) {
            assertThatIOException()
                    .isThrownBy(() -> journal.append(intent()))
                    .withMessage("order %s begins a second time", ORDER.id());
            assertThatIOException()
                    .isThrownBy(() -> journal.append(Entry.placed(1, "GATED:ETH/USD:1:BUY", "O-2")))
                    .withMessage("order GATED:ETH/USD:1:BUY was never begun, but PLACED");
        }
    }

    @Test
    void keeps_the_numbers_of_calls_rising_when_the_clock_is_set_back() throws IOException {
        Path numbers = folder.resolve("nonce");
        Nonces before = Nonces.open(numbers, new JumpingClock(Desk.START));
        long last = 0;
        for (int call = 0; call < 100_000; call++) {
            long next = before.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }

        assertThat(Nonces.open(numbers, new JumpingClock(Desk.START - 3_600_000))
                        .next())
                .isGreaterThan(last);

        Files.writeString(numbers, "none");
        assertThatIOException()
                .isThrownBy(() -> Nonces.open(numbers, new JumpingClock(Desk.START)))
                .withMessageStartingWith(numbers + ": holds no number");
    }
}
