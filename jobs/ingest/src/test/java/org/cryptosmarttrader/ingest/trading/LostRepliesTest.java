package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.box.BoxedAccount;
import org.cryptosmarttrader.ingest.box.OrderFault;
import org.cryptosmarttrader.ingest.box.OrderPlan;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An order whose reply was lost")
class LostRepliesTest {

    @TempDir
    Path folder;

    private final JumpingClock time = new JumpingClock(Desk.START);
    private final Desk desk = new Desk(time, time);
    private final OrderPlan plan = OrderPlan.none();
    private final BoxedAccount account = desk.open("key", plan);
    private final Reports reports = new Reports();
    private final GatedOrder order = Desk.order("BTC/USD", Side.SELL, "0.5", Desk.BITCOIN, Desk.START - 1_000);

    @AfterEach
    void stop() {
        desk.close();
    }

    private long sent() {
        // one of the calls was the check of the key
        return account.requests().stream().filter("AddOrder"::equals).count() - account.checks();
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderFault.class,
            names = {"LOST_REPLY", "BUSY_AFTER", "FRONT_AFTER", "GARBAGE_AFTER"})
    void is_found_by_its_name_behind_its_deadline_and_never_sent_again(OrderFault fault) throws Exception {
        plan.orders(fault);
        try (Desk.Trader trader = desk.trader(folder, "key", Desk.live(), reports)) {
            trader.executor().start();
            trader.executor().take(order);

            assertThat(time.millis()).as("deadline 10 s, and 2 s").isEqualTo(Desk.START + 12_000);
            trader.executor().tend();
        }

        assertThat(sent()).isEqualTo(1);
        assertThat(account.orders()).hasSize(1);
        assertThat(reports.all()).singleElement().satisfies(fill -> {
            assertThat(fill.outcome()).isEqualTo(Outcome.FILL);
            assertThat(fill.quantity()).isEqualByComparingTo("0.5");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderFault.class,
            names = {"LOST_REQUEST", "BUSY_BEFORE"})
    void is_given_up_once_two_looks_found_nothing(OrderFault fault) throws Exception {
        plan.orders(fault);
        try (Desk.Trader trader = desk.trader(folder, "key", Desk.live(), reports)) {
            trader.executor().start();
            trader.executor().take(order);
        }

        assertThat(time.millis()).as("12 s, and 5 s between the looks").isEqualTo(Desk.START + 17_000);
        assertThat(sent()).isEqualTo(1);
        assertThat(account.requests().stream().filter("TradesHistory"::equals)).hasSize(2);
        assertThat(reports.all()).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(end.quantity()).isZero();
            assertThat(end.cause()).isEqualTo("no reply came, and after its deadline the venue knew of no such order");
        });
    }

    @Test
    void is_done_when_the_venue_says_no() throws Exception {
        plan.orders(OrderFault.REFUSED);
        try (Desk.Trader trader = desk.trader(folder, "key", Desk.live(), reports)) {
            trader.executor().start();
            trader.executor().take(order);
        }

        assertThat(time.millis()).isEqualTo(Desk.START);
        assertThat(reports.all()).singleElement().satisfies(end -> assertThat(end.cause())
                .isEqualTo("EOrder:Insufficient funds"));
    }

    @Test
    void halts_trading_while_the_venue_cannot_be_asked() throws Exception {
        plan.orders(OrderFault.LOST_REPLY);
        GatedOrder next = Desk.order("BTC/USD", Side.SELL, "0.25", Desk.BITCOIN, Desk.START + 200_000);
        try (Desk.Trader trader = desk.trader(folder, "key", Desk.live(), reports)) {
            trader.executor().start();
            // a venue that falls silent right behind the order
            desk.exchange().downBehindNextOrder(Desk.START + 300_000);
            trader.executor().take(order);

            assertThat(trader.executor().state().unknown()).isEqualTo(1);
            assertThat(trader.executor().state().complaints()).isNotEmpty();
            time.pass(Desk.START + 201_000 - time.millis());
            trader.executor().take(next);
            assertThat(reports.ends(next.id())).singleElement().satisfies(end -> assertThat(end.cause())
                    .contains("JOURNAL: what became of 1 orders is not known"));
            assertThat(account.orders()).hasSize(1);

            time.pass(120_000);
            trader.executor().tend();
            assertThat(trader.executor().blocks()).isEmpty();
            assertThat(trader.executor().state().complaints()).isEmpty();
            assertThat(Reports.quantity(reports.fills(order.id()))).isEqualByComparingTo("0.5");
        }
    }

    @Test
    void is_looked_for_by_whoever_starts_over_the_journal_before_anything_is_sent() throws Exception {
        try (OrderJournal journal = OrderJournal.open(folder, Desk.BEGUN)) {
            journal.append(Entry.intent(Desk.START, order, order.quantity(), Desk.BITCOIN, Desk.START + 10_000));
        }
        try (Desk.Trader trader = desk.trader(folder, "key", Desk.live(), reports)) {
            trader.executor().start();
            trader.executor().take(order);

            assertThat(trader.executor().blocks()).isEmpty();
        }
        assertThat(sent()).isZero();
        assertThat(account.requests())
                .startsWith("CancelAllOrdersAfter", "OpenOrders", "ClosedOrders", "TradesHistory");
        assertThat(reports.ends(order.id())).hasSize(1);
    }
}
