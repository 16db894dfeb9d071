package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the journal says of all orders: the same, whether its lines were just written or read again. Not thread-safe. */
final class OrderLedger {

    private final Map<String, OrderState> orders = new HashMap<>();
    private final Map<String, OrderState> byClientId = new HashMap<>();
    /** Orders that are not over, or whose reports are not all safe. */
    private final Map<String, OrderState> pending = new LinkedHashMap<>();

    /** When orders were about to be sent, ascending. */
    private final List<Long> sent = new ArrayList<>();

    /** Numbers go on from one journal to the next one begun later: so many lines have room in a millisecond. */
    private static final long LINES = 1_000_000;

    private long number;
    private long begunAt;

    /** @throws IOException if the line does not follow from those before it */
    void apply(Entry entry) throws IOException {
        boolean isFirst = isEmpty();
        if (isFirst) {
            begunAt = entry.at();
        }
        number = isFirst ? entry.at() * LINES : number + 1;
        if (entry.kind() != Entry.Kind.BEGUN) {
            applyToOrder(entry);
        } else if (!isFirst) {
            throw new IOException("the journal begins a second time");
        }
    }

    private void applyToOrder(Entry entry) throws IOException {
        OrderState order = orders.get(entry.order());
        switch (entry.kind()) {
            case INTENT, VALIDATED -> begin(entry, order);
            case REJECTED -> {
                if (order == null) {
                    begin(entry, null);
                } else {
                    unfinished(order, entry).end(entry, number);
                }
            }
            case PLACED -> unfinished(order, entry).placed(entry.txid());
            case FILL -> unfinished(order, entry).fill(entry, number);
            case DONE -> unfinished(order, entry).end(entry, number);
            case REPORTED -> known(order, entry).reported(entry.report());
            default -> throw new IOException("a line of kind " + entry.kind());
        }
        OrderState after = orders.get(entry.order());
        if (after.isOver() && after.unreported().isEmpty()) {
            pending.remove(entry.order());
        }
    }

    private void begin(Entry entry, OrderState before) throws IOException {
        if (before != null) {
            throw new IOException("order %s begins a second time".formatted(entry.order()));
        }
        OrderState order = new OrderState(entry, number);
        orders.put(entry.order(), order);
        pending.put(entry.order(), order);
        if (entry.clOrdId() != null) {
            byClientId.put(entry.clOrdId(), order);
            sent.add(entry.at());
        }
    }

    private static OrderState unfinished(OrderState order, Entry entry) throws IOException {
        if (known(order, entry).isOver()) {
            throw new IOException("order %s is over, and then %s".formatted(entry.order(), entry.kind()));
        }
        return order;
    }

    private static OrderState known(OrderState order, Entry entry) throws IOException {
        if (order == null) {
            throw new IOException("order %s was never begun, but %s".formatted(entry.order(), entry.kind()));
        }
        return order;
    }

    /** Whether there is no line yet. */
    boolean isEmpty() {
        return number == 0;
    }

    /** When the first line was written, epoch milliseconds. What was decided before may stand in another journal. */
    long begunAt() {
        return begunAt;
    }

    boolean knows(String order) {
        return orders.containsKey(order);
    }

    /** Whether an order of the venue is one of these. */
    boolean isOurs(String clOrdId) {
        return byClientId.containsKey(clOrdId);
    }

    /** Orders that were meant to be sent, and nobody knows what became of that. */
    List<OrderState> unknown() {
        return pending(OrderState::isUnknown);
    }

    /** Orders that stand at the venue as far as is known. */
    List<OrderState> standing() {
        return pending(order -> !order.isOver() && order.txid() != null);
    }

    /** Orders with reports that are not safe yet. */
    List<OrderState> unreported() {
        return pending(order -> !order.unreported().isEmpty());
    }

    private List<OrderState> pending(Predicate<OrderState> which) {
        return pending.values().stream().filter(which).toList();
    }

    /** How many orders were about to be sent after an instant, epoch milliseconds. */
    int sentSince(long instant) {
        int from = sent.size();
        while (from > 0 && sent.get(from - 1) > instant) {
            from--;
        }
        return sent.size() - from;
    }

    /** Orders it ever heard of. */
    int size() {
        return orders.size();
    }
}
