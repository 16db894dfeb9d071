package org.cryptosmarttrader.book;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.risk.RiskHit;

/** What happens during one tick, in order. */
final class Journal {

    private final List<Order> orders = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<RiskHit> hits = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<AccountSnapshot> accounts = new ArrayList<>();
    private final List<RefusedNotice> refused = new ArrayList<>();

    void add(Order order) {
        orders.add(order);
    }

    void add(Fill fill) {
        fills.add(fill);
    }

    void add(List<RiskHit> more) {
        hits.addAll(more);
    }

    void add(Remark remark) {
        remarks.add(remark);
    }

    void add(AccountSnapshot account) {
        accounts.add(account);
    }

    void refuse(Notice notice, Objection objection) {
        refused.add(new RefusedNotice(notice, objection));
    }

    BookEvents events(long tick) {
        return new BookEvents(tick, orders, fills, hits, remarks, accounts, refused);
    }
}
