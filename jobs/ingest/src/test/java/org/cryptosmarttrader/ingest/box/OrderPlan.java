package org.cryptosmarttrader.ingest.box;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What goes wrong with private calls, and how the market treats orders. The same seed gives the same plan. */
public final class OrderPlan {

    private static final List<OrderFault> OF_READS =
            List.of(OrderFault.LOST_REPLY, OrderFault.LOST_REQUEST, OrderFault.BUSY_BEFORE, OrderFault.GARBAGE_AFTER);

    private final SplittableRandom random;
    private final ArrayDeque<OrderFault> next = new ArrayDeque<>();
    private final Map<OrderFault, Integer> met = new EnumMap<>(OrderFault.class);
    private double orderShare;
    private double readShare;
    private boolean isPlain = true;
    /** How long an order of a plain plan stays open, milliseconds, and which share of it is executed half way. */
    private long openMillis;

    private BigDecimal executedShare = BigDecimal.ONE;

    private OrderPlan(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Nothing goes wrong, and each order is executed at once as a whole. */
    public static OrderPlan none() {
        return new OrderPlan(0);
    }

    /**
     * All kinds of faults, and orders that are executed late, in parts or not at all.
     *
     * @param orderShare of orders that meet a fault
     * @param readShare of other calls
     */
    public static OrderPlan seeded(long seed, double orderShare, double readShare) {
        OrderPlan plan = new OrderPlan(seed);
        plan.orderShare = orderShare;
        plan.readShare = readShare;
        plan.isPlain = false;
        return plan;
    }

    /**
     * Nothing goes wrong; each order stays open for a while, a share of it is executed half way, and the rest is cancelled at the end.
     *
     * @param openMillis more than 0
     * @param share of the volume, in (0, 1]
     */
    public static OrderPlan late(long openMillis, BigDecimal share) {
        OrderPlan plan = new OrderPlan(0);
        plan.openMillis = openMillis;
        plan.executedShare = share;
        return plan;
    }

    /** The next orders fare so, in this order. */
    public OrderPlan orders(OrderFault... faults) {
        next.addAll(List.of(faults));
        return this;
    }

    /** Nothing goes wrong any more; the market stays as it is. */
    public void calm() {
        orderShare = 0;
        readShare = 0;
        next.clear();
    }

    /** How often each fault was met. */
    public Map<OrderFault, Integer> met() {
        return met;
    }

    OrderFault nextOrder() {
        OrderFault drawn = next.isEmpty() ? drawn(Arrays.asList(OrderFault.values()), orderShare) : next.poll();
        met.merge(drawn, 1, Integer::sum);
        return drawn;
    }

    OrderFault nextRead() {
        return drawn(OF_READS, readShare);
    }

    private OrderFault drawn(List<OrderFault> faults, double share) {
        return share > 0 && random.nextDouble() < share ? faults.get(random.nextInt(faults.size())) : OrderFault.NONE;
    }

    /** How much later what was delayed arrives, milliseconds; some of it behind its deadline. */
    long delay() {
        return random.nextLong(15_000);
    }

    /** Whether a reply does without the ids of trades. */
    boolean leavesOutTrades() {
        return !isPlain && random.nextInt(5) == 0;
    }

    /** Whether a page begins with what the one before ended with. */
    boolean shiftsPage() {
        return !isPlain && random.nextInt(3) == 0;
    }

    /** Lets the market execute an order, at its limit or better for the account. */
    void execute(BoxedOrder order, long now, String tradeIds) {
        if (openMillis > 0) {
            BigDecimal volume = order.volume.multiply(executedShare).setScale(8, RoundingMode.DOWN);
            order.executions.add(execution(tradeIds + 1, order, volume, now + openMillis / 2));
            order.endsAt = now + openMillis;
            return;
        }
        int parts = isPlain ? 1 : random.nextInt(4);
        long at = isPlain || random.nextInt(3) > 0 ? now : now + random.nextLong(20_000);
        BigDecimal left = order.volume;
        for (int part = 1; part <= parts; part++) {
            boolean isRest = isPlain || part == parts && random.nextBoolean();
            BigDecimal volume = isRest ? left : share(left);
            if (volume.signum() > 0) {
                order.executions.add(execution(tradeIds + part, order, volume, at));
                left = left.subtract(volume);
            }
            at += at == now ? 0 : random.nextLong(10_000);
        }
        order.endsAt = at == now ? now : at + 1;
    }

    private BigDecimal share(BigDecimal left) {
        return left.multiply(BigDecimal.valueOf(random.nextInt(1, 80), 2)).setScale(8, RoundingMode.DOWN);
    }

    private BoxedOrder.Execution execution(String id, BoxedOrder order, BigDecimal volume, long at) {
        BigDecimal better = isPlain ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(50), 2);
        BigDecimal price = order.type.equals("buy") ? order.limit.subtract(better) : order.limit.add(better);
        BigDecimal fee =
                price.multiply(volume).multiply(new BigDecimal("0.004")).setScale(5, RoundingMode.HALF_UP);
        long shownAt = isPlain || random.nextBoolean() ? at : at + random.nextLong(4_000);
        return new BoxedOrder.Execution(id, volume, price, fee, at, shownAt);
    }
}
