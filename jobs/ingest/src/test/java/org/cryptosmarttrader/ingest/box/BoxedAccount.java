package org.cryptosmarttrader.ingest.box;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cryptosmarttrader.ingest.net.IngestClock;

/**
 * An account at the venue: its orders, what was executed of them, and the switch that cancels what is open. It takes whatever is
 * ordered, twice under one name, too, as the venue does once the first is not open any more. Safe for use by many threads.
 */
public final class BoxedAccount {

    private static final int PAGE = 50;
    private static final long LONGEST_DEADLINE = 60_000;

    private final IngestClock clock;
    private final String name;
    private final OrderPlan plan;
    private final Map<String, BoxedOrder> orders = new LinkedHashMap<>();
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>(Comparator.comparingLong(Delayed::at));
    private final List<String> requests = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long lastNonce;
    private long cancelsAt = Long.MAX_VALUE;
    private final Map<String, String> refused = new HashMap<>();
    private int checks;

    private record Delayed(long at, Map<String, String> order) {}

    BoxedAccount(IngestClock clock, String name, OrderPlan plan) {
        this.clock = clock;
        this.name = name;
        this.plan = plan;
    }

    /** Takes the right to trade from the key. */
    public void forbidTrading() {
        refuse("AddOrder", "EGeneral:Permission denied");
    }

    /** From now on a private call is answered by an error, and nothing is done. */
    public synchronized void refuse(String method, String error) {
        refused.put(method, error);
    }

    /** A call that was refused is answered again. */
    public synchronized void allow(String method) {
        refused.remove(method);
    }

    /** Somebody else orders something that stays open. */
    public synchronized void orderByHand(String clOrdId) {
        BoxedOrder order = new BoxedOrder(
                name + "-HAND-" + orders.size(),
                clOrdId,
                "XXBTZUSD",
                "buy",
                BigDecimal.ONE,
                BigDecimal.ONE,
                clock.millis());
        order.endsAt = Long.MAX_VALUE;
        orders.put(order.txid, order);
    }

    /** Every order that ever stood here. */
    public synchronized List<BoxedOrder> orders() {
        settle();
        return List.copyOf(orders.values());
    }

    /** Private calls so far, by method, in order. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** How often the check of an order was asked for. */
    public synchronized int checks() {
        return checks;
    }

    /** What nobody should have sent. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** When what is open will be cancelled; {@link Long#MAX_VALUE} if it will not. */
    public synchronized long cancelsAt() {
        return cancelsAt;
    }

    /** An error of the envelope, if the call is not to be answered. */
    synchronized String refusal(String method, long nonce) {
        requests.add(method);
        settle();
        if (nonce <= lastNonce) {
            return "EAPI:Invalid nonce";
        }
        lastNonce = nonce;
        return refused.getOrDefault(method, "");
    }

    OrderFault nextFault(String method) {
        synchronized (this) {
            return method.equals("AddOrder") ? plan.nextOrder() : plan.nextRead();
        }
    }

    /** Lets an order arrive some seconds later. */
    synchronized void delay(Map<String, String> order) {
        delayed.add(new Delayed(clock.millis() + plan.delay(), order));
    }

    /** What happened since it was looked at last. */
    private void settle() {
        long now = clock.millis();
        while (!delayed.isEmpty() && delayed.peek().at() <= now) {
            Delayed arrived = delayed.poll();
            add(arrived.order(), arrived.at());
        }
        if (cancelsAt <= now) {
            long at = cancelsAt;
            orders.values().forEach(order -> order.cancel(at));
            cancelsAt = Long.MAX_VALUE;
        }
    }

    /** Does what is asked and answers as the venue does. */
    synchronized String answer(String method, Map<String, String> fields) {
        long now = clock.millis();
        return switch (method) {
            case "AddOrder" -> fields.containsKey("validate") ? check(fields) : add(fields, now);
            case "OpenOrders" -> ok("{\"open\":{%s}}".formatted(page(fields, order -> order.isOpen(now), now)));
            case "ClosedOrders" ->
                ok("{\"closed\":{%s},\"count\":%d}"
                        .formatted(page(fields, order -> !order.isOpen(now), now), orders.size()));
            case "QueryOrders" -> ok("{%s}".formatted(named(fields.get("txid"), now)));
            case "QueryTrades" -> ok("{%s}".formatted(trades(fields.get("txid"), now)));
            case "TradesHistory" -> history(fields, now);
            case "CancelAllOrdersAfter" -> cancelAfter(Long.parseLong(fields.get("timeout")), now);
            default -> BoxedRest.error("EGeneral:Unknown method");
        };
    }

    private String check(Map<String, String> fields) {
        checks++;
        return ok("{\"descr\":{\"order\":\"%s %s\"}}".formatted(fields.get("type"), fields.get("volume")));
    }

    private String add(Map<String, String> fields, long now) {
        for (String needed : List.of("pair", "type", "price", "volume", "cl_ord_id", "deadline")) {
            if (!fields.containsKey(needed)) {
                faults.add("an order without " + needed);
                return BoxedRest.error("EGeneral:Invalid arguments:" + needed);
            }
        }
        if (!fields.getOrDefault("timeinforce", "").equals("IOC")) {
            faults.add("an order that may rest: " + fields);
        }
        long deadline = Instant.parse(fields.get("deadline")).toEpochMilli();
        if (deadline > now + LONGEST_DEADLINE) {
            faults.add("a deadline too far away: " + fields);
            return BoxedRest.error("EGeneral:Invalid arguments:deadline");
        }
        if (deadline < now) {
            return BoxedRest.error("EService:Deadline elapsed");
        }
        String txid = "%s-%05d".formatted(name, orders.size());
        BoxedOrder order = new BoxedOrder(
                txid,
                fields.get("cl_ord_id"),
                fields.get("pair"),
                fields.get("type"),
                new BigDecimal(fields.get("volume")),
                new BigDecimal(fields.get("price")),
                now);
        plan.execute(order, now, "T-" + txid + "-");
        orders.put(txid, order);
        return ok("{\"descr\":{\"order\":\"\"},\"txid\":[\"%s\"]}".formatted(txid));
    }

    private String page(Map<String, String> fields, Predicate<BoxedOrder> which, long now) {
        String wanted = fields.get("cl_ord_id");
        return orders.values().stream()
                .filter(which)
                .filter(order -> wanted == null || order.clOrdId.equals(wanted))
                .filter(order -> order.openedAt >= since(fields))
                .skip(offset(fields))
                .limit(PAGE)
                .map(order -> order.json(now, true))
                .collect(Collectors.joining(","));
    }

    private String named(String txids, long now) {
        boolean withTrades = !plan.leavesOutTrades();
        return Arrays.stream(txids.split(","))
                .map(orders::get)
                .filter(order -> order != null)
                .map(order -> order.json(now, withTrades))
                .collect(Collectors.joining(","));
    }

    private String trades(String ids, long now) {
        List<String> wanted = List.of(ids.split(","));
        return known(now).stream()
                .filter(part -> wanted.contains(part.part().id()))
                .map(part -> part.order().json(part.part()))
                .collect(Collectors.joining(","));
    }

    private record Known(BoxedOrder order, BoxedOrder.Execution part) {}

    /** Newest first. */
    private List<Known> known(long now) {
        List<Known> known = new ArrayList<>();
        for (BoxedOrder order : orders.values()) {
            order.executed(now).stream()
                    .filter(part -> part.shownAt() <= now)
                    .forEach(part -> known.add(new Known(order, part)));
        }
        known.sort(Comparator.comparingLong(part -> part.part().at()));
        Collections.reverse(known);
        return known;
    }

    private String history(Map<String, String> fields, long now) {
        List<Known> all = known(now).stream()
                .filter(part -> part.part().at() >= since(fields))
                .toList();
        long from = offset(fields);
        long shifted = from > 0 && plan.shiftsPage() ? from - 1 : from;
        return ok("{\"count\":%d,\"trades\":{%s}}"
                .formatted(
                        all.size(),
                        all.stream()
                                .skip(shifted)
                                .limit(PAGE)
                                .map(part -> part.order().json(part.part()))
                                .collect(Collectors.joining(","))));
    }

    private String cancelAfter(long seconds, long now) {
        cancelsAt = seconds == 0 ? Long.MAX_VALUE : now + 1_000 * seconds;
        return ok("{\"currentTime\":\"%s\",\"triggerTime\":\"%s\"}"
                .formatted(Instant.ofEpochMilli(now), seconds == 0 ? "0" : Instant.ofEpochMilli(cancelsAt)));
    }

    private static long since(Map<String, String> fields) {
        return fields.containsKey("start") ? 1_000 * Long.parseLong(fields.get("start")) : Long.MIN_VALUE;
    }

    private static long offset(Map<String, String> fields) {
        return Long.parseLong(fields.getOrDefault("ofs", "0"));
    }

    private static String ok(String result) {
        return BoxedRest.ok(result);
    }
}
