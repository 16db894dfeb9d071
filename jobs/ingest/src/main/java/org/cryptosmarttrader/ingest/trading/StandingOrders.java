package org.cryptosmarttrader.ingest.trading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * Follows orders that stand at the venue until nothing more of them will be executed. An order is over once the venue says so and all
 * it says was executed has been seen trade by trade; each trade is written down once.
 */
final class StandingOrders {

    /** By which the venue's clock may date a trade before ours sent its order. */
    private static final long BEFORE_SENDING = 60_000;

    private final OrderJournal journal;
    private final KrakenAccount account;
    private final IngestClock clock;

    StandingOrders(OrderJournal journal, KrakenAccount account, IngestClock clock) {
        this.journal = journal;
        this.account = account;
        this.clock = clock;
    }

    /** @throws SourceException if the venue could not be asked; what was seen until then is written down */
    void look() throws SourceException, IOException, InterruptedException {
        Map<String, OrderState> ours = new LinkedHashMap<>();
        journal.ledger().standing().forEach(order -> ours.put(order.txid(), order));
        if (ours.isEmpty()) {
            return;
        }
        List<VenueOrder> told = account.orders(List.copyOf(ours.keySet())).stream()
                .filter(order -> ours.containsKey(order.txid()))
                .toList();
        List<String> unseen = new ArrayList<>();
        for (VenueOrder order : told) {
            order.trades().stream()
                    .filter(trade -> !ours.get(order.txid()).fills().contains(trade))
                    .forEach(unseen::add);
        }
        note(account.tradesOf(unseen), ours);
        end(told, ours);
        lookThroughHistory(told, ours);
    }

    private void note(List<VenueTrade> trades, Map<String, OrderState> ours) throws IOException {
        for (VenueTrade trade : trades) {
            OrderState order = ours.get(trade.order());
            if (order != null && !order.isOver() && !order.fills().contains(trade.id())) {
                journal.append(Entry.fill(clock.millis(), order.first().order(), trade));
            }
        }
    }

    private void end(List<VenueOrder> told, Map<String, OrderState> ours) throws IOException {
        for (VenueOrder order : told) {
            OrderState state = ours.get(order.txid());
            boolean isWhole = state.executed().compareTo(order.executed()) == 0;
            if (order.isOver() && isWhole && !state.isOver()) {
                String cause = order.reason().isEmpty() ? order.status() : order.status() + ": " + order.reason();
                journal.append(Entry.ended(
                        Entry.Kind.DONE, clock.millis(), state.first().order(), cause));
            }
        }
    }

    /** Not every reply names all trades of an order. */
    private void lookThroughHistory(List<VenueOrder> told, Map<String, OrderState> ours)
            throws SourceException, IOException, InterruptedException {
        List<VenueOrder> lacking = told.stream()
                .filter(VenueOrder::isOver)
                .filter(order -> !ours.get(order.txid()).isOver())
                .toList();
        if (!lacking.isEmpty()) {
            long since = lacking.stream()
                    .mapToLong(order -> ours.get(order.txid()).first().at())
                    .min()
                    .orElseThrow();
            note(account.trades(since - BEFORE_SENDING), ours);
            end(lacking, ours);
        }
    }
}
