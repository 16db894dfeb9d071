package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The orders of one account on their way, oldest first. Mutable; part of the state of the book. */
final class OpenOrders {

    private final List<OpenOrder> orders;

    OpenOrders() {
        this(List.of());
    }

    private OpenOrders(List<OpenOrder> orders) {
        this.orders = new ArrayList<>(orders);
    }

    int count() {
        return orders.size();
    }

    void add(OpenOrder order) {
        orders.add(order);
    }

    /** Takes all orders out, to be worked off; those that go on are added again. */
    List<OpenOrder> drain() {
        List<OpenOrder> drained = List.copyOf(orders);
        orders.clear();
        return drained;
    }

    /** The order of an id, if it is open. */
    Optional<OpenOrder> find(String id) {
        return orders.stream().filter(open -> open.order().id().equals(id)).findFirst();
    }

    /** Puts an order in place of what it was; one that has nothing left is taken out. */
    void replace(OpenOrder order) {
        orders.replaceAll(open -> open.order().id().equals(order.order().id()) ? order : open);
        orders.removeIf(open -> open.remaining().signum() == 0);
    }

    void remove(OpenOrder order) {
        orders.removeIf(open -> open.order().id().equals(order.order().id()));
    }

    /** The order of a pair that a venue has, if any. */
    Optional<OpenOrder> atVenue(String pair) {
        return orders.stream()
                .filter(open -> open.atVenue() && open.pair().equals(pair))
                .findFirst();
    }

    SortedSet<String> pairs() {
        SortedSet<String> pairs = new TreeSet<>();
        orders.forEach(order -> pairs.add(order.pair()));
        return pairs;
    }

    /** Quantity of a pair still to be bought or sold. */
    BigDecimal remaining(String pair, Side side) {
        return orders.stream()
                .filter(order -> order.pair().equals(pair) && order.side() == side)
                .map(OpenOrder::remaining)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Takes back what is still to be bought of a pair, for bars from {@code bar} on. */
    void withdrawBuys(String pair, long bar) {
        orders.replaceAll(
                order -> order.pair().equals(pair) && order.side() == Side.BUY ? order.withdrawnBefore(bar) : order);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(orders.size());
        for (OpenOrder order : orders) {
            order.write(out);
        }
    }

    static OpenOrders read(DataInput in) throws IOException {
        OpenOrders orders = new OpenOrders();
        for (int left = in.readInt(); left > 0; left--) {
            orders.add(OpenOrder.read(in));
        }
        return orders;
    }
}
