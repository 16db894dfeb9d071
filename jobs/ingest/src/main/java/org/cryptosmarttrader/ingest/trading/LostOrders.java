package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * Finds out what became of orders whose reply was lost. None is sent again: once its deadline is over, it stands among the open
 * orders, the closed ones or those behind the account's trades, or twice in none of them, and then it never came about.
 */
final class LostOrders {

    /** The engine refuses what comes after the deadline; its books may be told a little later. */
    private static final long AFTER_DEADLINE = TimeUnit.SECONDS.toMillis(2);

    /** By which the venue's clock may date an order before ours sent it. */
    private static final long BEFORE_SENDING = TimeUnit.SECONDS.toMillis(60);

    private final OrderJournal journal;
    private final KrakenAccount account;
    private final DeadMan deadMan;
    private final IngestClock clock;
    private final long lookAgainMillis;

    LostOrders(OrderJournal journal, KrakenAccount account, DeadMan deadMan, IngestClock clock, long lookAgainMillis) {
        this.journal = journal;
        this.account = account;
        this.deadMan = deadMan;
        this.clock = clock;
        this.lookAgainMillis = lookAgainMillis;
    }

    /**
     * Waits until nothing can happen to an order unseen, and writes down what became of it.
     *
     * @throws SourceException if the venue could not be asked: it is still not known
     */
    void resolve(OrderState order) throws SourceException, IOException, InterruptedException {
        deadMan.await(order.first().deadline() + AFTER_DEADLINE);
        Optional<String> txid = txid(order);
        if (txid.isEmpty()) {
            deadMan.await(clock.millis() + lookAgainMillis);
            txid = txid(order);
        }
        String id = order.first().order();
        if (txid.isPresent()) {
            journal.append(Entry.placed(clock.millis(), id, txid.get()));
        } else {
            journal.append(Entry.ended(
                    Entry.Kind.REJECTED,
                    clock.millis(),
                    id,
                    "no reply came, and after its deadline the venue knew of no such order"));
        }
    }

    private Optional<String> txid(OrderState order) throws SourceException, InterruptedException {
        String name = order.first().clOrdId();
        long since = order.first().at() - BEFORE_SENDING;
        Optional<String> found = named(name, account.openOrders(name));
        if (found.isEmpty()) {
            found = named(name, account.closedOrders(name, since));
        }
        return found.isPresent() ? found : named(name, traded(since));
    }

    /** Orders behind the account's trades: a trade does not tell our name of its order. */
    private List<VenueOrder> traded(long since) throws SourceException, InterruptedException {
        List<String> txids =
                account.trades(since).stream().map(VenueTrade::order).distinct().toList();
        return account.orders(txids);
    }

    /** The venue is asked by name; what it answers is looked at again. */
    private static Optional<String> named(String name, List<VenueOrder> orders) {
        return orders.stream()
                .filter(order -> order.clOrdId().equals(name))
                .map(VenueOrder::txid)
                .findFirst();
    }
}
