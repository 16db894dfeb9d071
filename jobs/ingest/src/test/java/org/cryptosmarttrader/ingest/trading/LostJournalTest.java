package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.box.BoxedAccount;
import org.cryptosmarttrader.ingest.box.BoxedOrder;
import org.cryptosmarttrader.ingest.box.OrderPlan;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topic is read again, by an executor whose journal is a new one. */
@DisplayName("After its journal was lost, an order")
class LostJournalTest {

    @TempDir
    Path folder;

    private final JumpingClock time = new JumpingClock(Desk.START);
    private final Desk desk = new Desk(time, time);
    private final BoxedAccount account = desk.open("key", OrderPlan.none());
    private final Reports reports = new Reports();
    private final GatedOrder order = Desk.order("BTC/USD", Side.SELL, "0.5", Desk.BITCOIN, Desk.START - 1_000);

    @AfterEach
    void stop() {
        desk.close();
    }

    private Desk.Trader anew() throws IOException {
        Path other = folder.resolve("new");
        OrderJournal.open(other, time.millis()).close();
        return desk.trader(other, "key", Desk.live(), reports);
    }

    @Test
    void is_not_sent_a_second_time_however_young_it_is() throws Exception {
        try (Desk.Trader before = desk.trader(folder.resolve("lost"), "key", Desk.live(), new Reports())) {
            before.executor().start();
            before.executor().take(order);
        }
        assertThat(account.orders()).hasSize(1);

        time.pass(5_000);
        try (Desk.Trader anew = anew()) {
            anew.executor().start();
            anew.executor().take(order);
        }

        assertThat(account.orders()).hasSize(1);
        assertThat(reports.ends(order.id())).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(end.cause())
                    .isEqualTo("BEGINNING: decided at 2025-11-10T23:59:59Z, the journal began at 2025-11-11T00:00:05Z;"
                            + " if there was another before it, the order may have been sent, look at the venue");
        });
        assertThat(Files.readAllLines(folder.resolve("new/journal.jsonl")))
                .anyMatch(line -> line.contains("REJECTED") && line.contains("BEGINNING: "));
    }

    @Test
    void is_sent_if_it_was_decided_later_by_more_than_the_clock_of_the_job_may_be_ahead() throws Exception {
        GatedOrder early = Desk.order("BTC/USD", Side.SELL, "0.25", Desk.BITCOIN, Desk.START + 999);
        GatedOrder late = Desk.order("BTC/USD", Side.SELL, "0.25", Desk.BITCOIN, Desk.START + 1_000);
        try (Desk.Trader anew = anew()) {
            anew.executor().start();
            time.pass(2_000);
            anew.executor().take(early);
            anew.executor().take(late);
        }

        assertThat(reports.ends(early.id())).singleElement().satisfies(end -> assertThat(end.cause())
                .startsWith("BEGINNING: "));
        assertThat(account.orders()).extracting(BoxedOrder::clOrdId).containsExactly(ClientOrderId.of(late.id()));
    }
}
