package org.cryptosmarttrader.book;

import java.util.List;
import org.cryptosmarttrader.risk.RiskHit;

/**
 * What the book did at one tick, each list in the order in which it happened: lane by lane, currency by currency.
 *
 * @param tick decision instant, epoch milliseconds UTC
 * @param orders new, cancelled and refused ones
 * @param fills that became known at this tick
 * @param hits of risk rules
 * @param remarks on what was decided, and why
 * @param accounts one of each lane and quote currency, after everything else
 * @param refused notices that changed nothing, in canonical order
 */
public record BookEvents(
        long tick,
        List<Order> orders,
        List<Fill> fills,
        List<RiskHit> hits,
        List<Remark> remarks,
        List<AccountSnapshot> accounts,
        List<RefusedNotice> refused) {

    public BookEvents {
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
        hits = List.copyOf(hits);
        remarks = List.copyOf(remarks);
        accounts = List.copyOf(accounts);
        refused = List.copyOf(refused);
    }
}
