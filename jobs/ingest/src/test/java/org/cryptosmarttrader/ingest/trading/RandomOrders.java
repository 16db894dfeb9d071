package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.box.BoxedAccount;
import org.cryptosmarttrader.ingest.box.BoxedOrder;
import org.cryptosmarttrader.ingest.box.OrderFault;
import org.cryptosmarttrader.ingest.box.OrderPlan;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.cryptosmarttrader.wire.conf.VenueSettings;

/** Sequences of orders through everything that may go wrong, each held against the venue's own books at its end. */
final class RandomOrders implements AutoCloseable {

    /** Death at one look at the clock in so many: an order in three meets it. */
    private static final double RISK = 1.0 / 250;

    private static final double ORDER_FAULTS = 0.45;
    private static final double READ_FAULTS = 0.06;
    private static final int LOOKS_TO_THE_END = 400;

    private final JumpingClock time = new JumpingClock(Desk.START);
    private final MortalClock clock = new MortalClock(time);
    private final Desk desk = new Desk(time, clock);
    private final VenueSettings settings = Desk.live();
    private final Path root;
    private final Map<String, Integer> counts = new TreeMap<>();

    RandomOrders(Path root) {
        this.root = root;
    }

    /** What was met, by name. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** One account, one journal, one to six orders. */
    private final class Sequence {

        private final SplittableRandom random;
        private final OrderPlan plan;
        private final String key;
        private final BoxedAccount account;
        private final Path folder;
        private final Reports reports = new Reports();
        private final List<GatedOrder> orders = new ArrayList<>();
        private Desk.Trader trader;

        Sequence(long seed) {
            random = new SplittableRandom(seed);
            plan = OrderPlan.seeded(random.nextLong(), ORDER_FAULTS, READ_FAULTS);
            key = "key-" + seed;
            account = desk.open(key, plan);
            folder = root.resolve(key);
        }

        void play() throws Exception {
            int left = random.nextInt(1, 7);
            while (left > 0) {
                try {
                    clock.endanger(random, RISK);
                    restartIfKilled();
                    for (; left > 0; left--) {
                        decide();
                        step();
                    }
                } catch (MortalClock.Killed death) {
                    die();
                }
            }
            bringToAnEnd();
        }

        private void restartIfKilled() throws Exception {
            if (trader == null) {
                trader = desk.trader(folder, key, settings, this::unreliably);
                trader.executor().start();
                // the topic is read again from somewhere before
                for (GatedOrder known : orders) {
                    trader.executor().take(known);
                }
            }
        }

        private void decide() {
            long tick = time.millis() - random.nextLong(4_000);
            boolean isBitcoin = random.nextBoolean();
            BigDecimal close = (isBitcoin ? Desk.BITCOIN : new BigDecimal("120"))
                    .multiply(BigDecimal.valueOf(random.nextInt(980, 1_020), 3));
            orders.add(Desk.order(
                    isBitcoin ? "BTC/USD" : "ETH/USD",
                    random.nextBoolean() ? Side.BUY : Side.SELL,
                    BigDecimal.valueOf(random.nextInt(1, 100_000), 3).toPlainString(),
                    close,
                    tick));
        }

        private void step() throws Exception {
            if (random.nextInt(25) == 0) {
                desk.exchange().down(time.millis() + random.nextLong(90_000));
            }
            trader.executor().take(orders.get(orders.size() - 1));
            for (int looks = random.nextInt(4); looks > 0; looks--) {
                time.pass(random.nextLong(5_000));
                trader.executor().tend();
            }
            if (random.nextInt(3) == 0) {
                trader.executor().take(orders.get(random.nextInt(orders.size())));
            }
        }

        /** A sink that fails now and then, before or after it has kept what it was given. */
        private void unreliably(List<ExecutionReport> given) throws IOException {
            int fate = random.nextInt(12);
            if (fate == 0) {
                throw new IOException("the broker does not answer");
            }
            reports.report(given);
            if (fate == 1) {
                throw new IOException("the broker did not acknowledge");
            }
        }

        private void die() throws IOException {
            count("restarts", 1);
            clock.endanger(random, 0);
            if (trader != null) {
                trader.close();
                trader = null;
            }
            if (random.nextInt(3) == 0) {
                // it died while it wrote a line
                Files.write(
                        folder.resolve("journal.jsonl"),
                        "{\"entry\":{\"kind\":\"INT".getBytes(StandardCharsets.UTF_8),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                count("torn lines", 1);
            }
        }

        private void bringToAnEnd() throws Exception {
            clock.endanger(random, 0);
            plan.calm();
            desk.exchange().down(0);
            restartIfKilled();
            for (int looks = 0; looks < LOOKS_TO_THE_END && isPending(); looks++) {
                time.pass(2_000);
                trader.executor().tend();
            }
            assertThat(isPending()).as("%s: something is still pending", key).isFalse();
            trader.executor().stop();
            compare();
            trader.close();
        }

        private boolean isPending() {
            OrderLedger ledger = trader.journal().ledger();
            return !ledger.unknown().isEmpty()
                    || !ledger.standing().isEmpty()
                    || !ledger.unreported().isEmpty();
        }

        /** Our reports and the venue's books say the same. */
        private void compare() {
            Map<String, List<BoxedOrder>> atVenue =
                    account.orders().stream().collect(Collectors.groupingBy(BoxedOrder::clOrdId));
            long now = time.millis() + 3_600_000;
            for (GatedOrder order : orders) {
                List<BoxedOrder> placed = atVenue.getOrDefault(ClientOrderId.of(order.id()), List.of());
                List<ExecutionReport> fills = reports.fills(order.id());
                assertThat(placed)
                        .as("%s, orders at the venue for %s", key, order)
                        .hasSizeLessThanOrEqualTo(1);
                List<String> ledger = placed.stream()
                        .flatMap(one -> one.executed(now).stream())
                        .map(part -> "%s %s %s %s %d"
                                .formatted(part.id(), part.volume(), part.price(), part.fee(), part.at()))
                        .toList();
                assertThat(fills)
                        .as("%s, fills of %s", key, order)
                        .extracting(fill -> "%s %s %s %s %d"
                                .formatted(fill.fillId(), fill.quantity(), fill.price(), fill.fee(), fill.time()))
                        .containsExactlyInAnyOrderElementsOf(ledger);
                assertThat(Reports.quantity(fills))
                        .as("%s, executed of %s", key, order)
                        .isLessThanOrEqualTo(order.quantity());
                if (Reports.quantity(fills).compareTo(order.quantity()) < 0) {
                    assertThat(reports.ends(order.id()))
                            .as("%s, the end of %s", key, order)
                            .singleElement()
                            .satisfies(end -> assertThat(end.quantity()).isEqualByComparingTo(Reports.quantity(fills)));
                } else {
                    assertThat(reports.ends(order.id()))
                            .as("%s, ends of %s", key, order)
                            .isEmpty();
                }
                count(placed.isEmpty() ? "orders that never stood at the venue" : "orders at the venue", 1);
                count("fills compared", fills.size());
                atVenue.remove(ClientOrderId.of(order.id()));
            }
            assertThat(atVenue).as("%s: orders nobody decided", key).isEmpty();
            assertThat(account.faults()).as(key).isEmpty();
            assertThat(account.cancelsAt()).as("%s: the switch is off", key).isEqualTo(Long.MAX_VALUE);
            count("orders", orders.size());
            count("private calls", account.requests().size());
            count("reports repeated", reports.repeated());
            plan.met().forEach((fault, times) -> count("order " + fault, times));
        }
    }

    void play(long seed) throws Exception {
        time.pass(60_000);
        new Sequence(seed).play();
        count("sequences", 1);
        try (Stream<Path> files = Files.walk(root.resolve("key-" + seed))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private void count(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    int lostReplies() {
        return List.of(
                        OrderFault.LOST_REPLY,
                        OrderFault.LOST_REQUEST,
                        OrderFault.DELAYED,
                        OrderFault.BUSY_AFTER,
                        OrderFault.BUSY_BEFORE,
                        OrderFault.FRONT_AFTER,
                        OrderFault.GARBAGE_AFTER)
                .stream()
                .mapToInt(fault -> counts.getOrDefault("order " + fault, 0))
                .sum();
    }

    @Override
    public void close() {
        desk.close();
    }
}
