package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.box.BoxedAccount;
import org.cryptosmarttrader.ingest.box.BoxedOrder;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.box.OrderPlan;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first real order, and each thing alone that stops it. Without it the same order is sent. */
@DisplayName("The first real order")
class BlocksTest {

    private static final String SILENCE = "DEAD_MAN: the venue could not be told to cancel what is open in an emergency"
            + " (kraken: EGeneral:Permission denied)";

    @TempDir
    Path folder;

    private final JumpingClock time = new JumpingClock(Desk.START);
    private final JumpingClock ours = new JumpingClock(Desk.START);
    private final FaultPlan plan = FaultPlan.none();
    private final Desk desk = new Desk(time, ours, plan);
    private BoxedAccount account = desk.open("key", OrderPlan.none());
    private final OpenGates gates = new OpenGates();
    private final Reports reports = new Reports();
    private final Map<String, String> changed = new HashMap<>(Map.of("mode", "live"));
    private Optional<ApiKey> key;

    BlocksTest() throws IOException {
        key = Optional.of(new ApiKey("key", Desk.SECRET));
        passes("BTC/USD", true);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private void passes(String pair, boolean gated) {
        passes(pair, gated, Desk.START - 1_000);
    }

    private void passes(String pair, boolean gated, long tick) {
        RowBatch row = RowBatch.of(Datasets.VERDICTS, 1);
        row.longs(Datasets.VERDICTS.indexOf("decision_at"))[0] = tick;
        row.strings(Datasets.VERDICTS.indexOf("pair"))[0] = pair;
        row.booleans(Datasets.VERDICTS.indexOf("gated"))[0] = gated;
        gates.hear(row);
    }

    private static GatedOrder order(Side side, String quantity, BigDecimal close) {
        return Desk.order("BTC/USD", side, quantity, close, Desk.START - 1_000);
    }

    private static GatedOrder order() {
        return order(Side.BUY, "0.5", Desk.BITCOIN);
    }

    /** What blocked it, by kind; empty if it was sent. */
    private List<String> blocks(GatedOrder order) throws Exception {
        try (Desk.Trader trader = desk.trader(folder, key, Desk.settings(changed), gates, reports)) {
            trader.executor().start();
            trader.executor().take(order);
            trader.executor().tend();
            List<String> causes = reports.ends(order.id()).stream()
                    .map(ExecutionReport::cause)
                    .toList();
            if (!causes.isEmpty()) {
                System.out.println("stopped: " + causes.get(0));
                assertThat(account.orders())
                        .allMatch(stands -> !stands.clOrdId().equals(ClientOrderId.of(order.id())));
            }
            return causes;
        }
    }

    /** Orders that were sent to be executed; some are only checked. */
    private long sent() {
        return account.requests().stream().filter("AddOrder"::equals).count() - account.checks();
    }

    @Test
    void is_sent_once_if_nothing_stops_it() throws Exception {
        assertThat(blocks(order())).isEmpty();

        assertThat(account.orders()).singleElement().satisfies(stood -> {
            assertThat(stood.volume()).isEqualByComparingTo("0.5");
            assertThat(stood.clOrdId()).isEqualTo(ClientOrderId.of(order().id()));
        });
        // 150 and one per cent, and 0.4 % of half of it
        assertThat(reports.all())
                .containsExactly(new ExecutionReport(
                        Desk.BEGUN * 1_000_000 + 3,
                        order().id(),
                        "BTC/USD",
                        Side.BUY,
                        Outcome.FILL,
                        "T-key-00000-1",
                        new BigDecimal("0.50000000"),
                        new BigDecimal("151.50"),
                        new BigDecimal("0.30300"),
                        Desk.START,
                        ""));
        assertThat(account.requests())
                .containsSubsequence("OpenOrders", "CancelAllOrdersAfter", "AddOrder", "QueryOrders", "QueryTrades");
        assertThat(account.faults()).isEmpty();
    }

    @Test
    void is_stopped_by_the_switch_in_conf_and_only_checked() throws Exception {
        changed.put("mode", "validate");

        try (Desk.Trader trader = desk.trader(folder, key, Desk.settings(changed), gates, reports)) {
            trader.executor().start();
            assertThat(trader.executor().blocks())
                    .containsExactly(new Block(
                            Block.Kind.MODE,
                            "mode in conf/trading.yaml is validate: the venue checks orders and executes none;"
                                    + " live makes them real"));
            int before = account.checks();
            trader.executor().take(order());
            trader.executor().take(order());
            assertThat(account.checks()).isEqualTo(before + 1);
            assertThat(trader.executor().state().checked()).isEqualTo(1);
        }
        assertThat(account.orders()).isEmpty();
        assertThat(account.requests()).doesNotContain("CancelAllOrdersAfter");
        assertThat(reports.all()).as("books keep trading on paper").isEmpty();
        // what was only checked is not sent later, when the switch is thrown
        changed.put("mode", "live");
        assertThat(blocks(order())).isEmpty();
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void is_stopped_by_gates_that_are_shut() throws Exception {
        OpenGates shut = new OpenGates();
        try (Desk.Trader trader = desk.trader(folder, key, Desk.live(), shut, reports)) {
            trader.executor().start();
            trader.executor().take(order());
        }

        assertThat(account.orders()).isEmpty();
        assertThat(reports.all()).singleElement().satisfies(report -> assertThat(report.cause())
                .isEqualTo("GATE: no verdict on BTC/USD at 2025-11-10T23:59:59Z passed the gates of the"
                        + " lane GATED, so nothing may be bought; cst status shows them"));
    }

    @Test
    void is_stopped_by_verdicts_that_did_not_pass_but_a_sale_is_not() throws Exception {
        passes("ETH/USD", false);
        GatedOrder ether = Desk.order("ETH/USD", Side.BUY, "1", new BigDecimal("120"), Desk.START - 1_000);
        GatedOrder sale = Desk.order("ETH/USD", Side.SELL, "1", new BigDecimal("120"), Desk.START - 1_000);

        assertThat(blocks(ether)).singleElement().asString().startsWith("GATE: no verdict on ETH/USD");
        assertThat(blocks(sale)).isEmpty();
        assertThat(account.orders()).hasSize(1);
    }

    @Test
    void is_stopped_by_a_key_without_the_right() throws Exception {
        account.forbidTrading();

        assertThat(blocks(order()))
                .containsExactly(
                        "KEY: the key may not trade, or could not be tried: the venue answered 'EGeneral:Permission"
                                + " denied' to the check of an order; make a key with the right 'Create & modify orders'");
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void is_stopped_without_a_key() throws Exception {
        key = Optional.empty();

        assertThat(blocks(order()).get(0))
                .startsWith("KEY: ")
                .contains("no key; set KRAKEN_API_KEY and KRAKEN_API_SECRET");
    }

    @Test
    void is_stopped_by_an_open_order_nobody_knows() throws Exception {
        account.orderByHand("by hand");

        assertThat(blocks(order()))
                .containsExactly(
                        "UNKNOWN_ORDERS: the account has 1 open orders that are not in the journal: key-HAND-0 (buy 1"
                                + " XXBTZUSD @ limit 1); cancel them, or use an account of its own");
    }

    @Test
    void is_stopped_by_a_clock_that_is_wrong() throws Exception {
        time.pass(2_500);

        assertThat(blocks(order()))
                .containsExactly(
                        "CLOCK: this machine's clock is 2000 ms behind the venue's, 1000 are tolerated; set it (e.g."
                                + " with chrony)");
    }

    @Test
    void is_stopped_by_maintenance() throws Exception {
        plan.maintenance(Desk.START - 1, Desk.START + 1);

        assertThat(blocks(order()).get(0))
                .startsWith("VENUE: the venue's status is maintenance, orders are sent while it is online; wait; ");
    }

    @Test
    void is_stopped_if_the_venue_would_not_cancel_what_is_open_in_an_emergency() throws Exception {
        account.refuse("CancelAllOrdersAfter", "EGeneral:Permission denied");

        assertThat(blocks(order())).containsExactly(SILENCE);
        assertThat(sent()).isZero();
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void is_stopped_if_that_shows_only_when_it_is_about_to_be_sent_and_the_next_is_sent_once_it_would()
            throws Exception {
        GatedOrder later = Desk.order("BTC/USD", Side.SELL, "0.5", Desk.BITCOIN, Desk.START - 1_000);
        try (Desk.Trader trader = desk.trader(folder, key, Desk.settings(changed), gates, reports)) {
            trader.executor().start();
            assertThat(trader.executor().blocks()).isEmpty();

            account.refuse("CancelAllOrdersAfter", "EGeneral:Permission denied");
            trader.executor().take(order());
            assertThat(reports.ends(order().id()))
                    .extracting(ExecutionReport::cause)
                    .containsExactly(SILENCE);
            assertThat(sent()).isZero();

            account.allow("CancelAllOrdersAfter");
            trader.executor().take(later);
            assertThat(account.orders()).extracting(BoxedOrder::clOrdId).containsExactly(ClientOrderId.of(later.id()));
        }
    }

    @Test
    void is_stopped_while_as_many_are_open_as_may_be() throws Exception {
        account = desk.open("key", OrderPlan.late(30_000, new BigDecimal("0.4")));
        changed.put("order.maxOpen", "1");
        GatedOrder open = order(Side.SELL, "0.25", Desk.BITCOIN);
        GatedOrder later = Desk.order("BTC/USD", Side.BUY, "0.5", Desk.BITCOIN, Desk.START);
        try (Desk.Trader trader = desk.trader(folder, key, Desk.settings(changed), gates, reports)) {
            trader.executor().start();
            trader.executor().take(open);
            trader.executor().take(order());

            assertThat(reports.ends(order().id()))
                    .extracting(ExecutionReport::cause)
                    .containsExactly("OPEN_ORDERS: 1 orders are open, 1 are allowed");
            assertThat(sent()).isEqualTo(1);
            assertThat(account.orders()).extracting(BoxedOrder::clOrdId).containsExactly(ClientOrderId.of(open.id()));

            time.pass(30_000);
            ours.pass(30_000);
            trader.executor().tend();
            passes("BTC/USD", true, Desk.START);
            trader.executor().take(later);
            assertThat(sent()).as("the one before is over").isEqualTo(2);
        }
    }

    @Test
    void is_stopped_if_it_is_old() throws Exception {
        time.pass(60_000);
        ours.pass(60_000);

        assertThat(blocks(order())).containsExactly("AGE: decided 61.0 s ago, 60.0 are allowed; it is not sent late");
    }

    @Test
    void is_stopped_if_it_is_too_small_after_rounding() throws Exception {
        // lots of 0.00000001, at least 0.00005 of them, and 0.5 USD: 0.0033 are worth 0.49995 at 151.50
        assertThat(blocks(order(Side.BUY, "0.0033", Desk.BITCOIN)))
                .containsExactly(
                        "MINIMUM: 0.00330000 BTC/USD at 151.50 is below the venue's least (COSTMIN: 0.00005, 0.5)");
    }

    @Test
    void is_stopped_if_its_price_is_far_from_the_market() throws Exception {
        assertThat(blocks(order(Side.BUY, "0.5", new BigDecimal("160"))))
                .containsExactly(
                        "PRICE: the limit 161.60 is 7.7 % from the venue's last price 150.00, 5.0 % are allowed");
        assertThat(blocks(order(Side.SELL, "0.5", new BigDecimal("143"))))
                .containsExactly(
                        "PRICE: the limit 141.57 is 5.6 % from the venue's last price 150.00, 5.0 % are allowed");
    }

    @Test
    void is_stopped_if_its_pair_is_not_listed() throws Exception {
        passes("XRP/USD", true);

        assertThat(blocks(Desk.order("XRP/USD", Side.BUY, "5", BigDecimal.ONE, Desk.START - 1_000)))
                .containsExactly("PAIR: XRP/USD is not among the pairs the venue has online");
    }

    @Test
    void is_told_all_that_stops_it_at_once() throws Exception {
        account.orderByHand("by hand");
        account.forbidTrading();
        time.pass(62_500);
        ours.pass(60_000);

        assertThat(blocks(order(Side.BUY, "0.5", new BigDecimal("160"))))
                .singleElement()
                .asString()
                .contains("CLOCK: ", "; KEY: ", "; UNKNOWN_ORDERS: ", "; PRICE: ", "; AGE: ");
    }

    @Test
    void is_followed_by_no_more_than_the_limits_of_a_minute() throws Exception {
        changed.put("order.perMinute", "3");
        changed.put("callsPerSecond", "100");
        List<GatedOrder> many = new ArrayList<>();
        for (int second = 0; second < 4; second++) {
            many.add(Desk.order("BTC/USD", Side.SELL, "0.5", Desk.BITCOIN, Desk.START - 1_000 - second));
        }
        try (Desk.Trader trader = desk.trader(folder, key, Desk.settings(changed), gates, reports)) {
            trader.executor().start();
            for (GatedOrder order : many) {
                trader.executor().take(order);
            }
        }

        assertThat(account.orders()).hasSize(3);
        assertThat(reports.ends(many.get(3).id())).singleElement().satisfies(end -> assertThat(end.cause())
                .isEqualTo("RATE: 3 orders were sent within a minute, 3 are allowed"));
    }
}
