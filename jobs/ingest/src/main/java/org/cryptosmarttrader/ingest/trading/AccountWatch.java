package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.kraken.KrakenRest;
import org.cryptosmarttrader.ingest.kraken.TradedPair;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;

/** Whether venue and account are fit for orders. What was found is good for a few seconds: orders come many at a tick. */
final class AccountWatch {

    private static final long GOOD_FOR = TimeUnit.SECONDS.toMillis(5);

    /** Well below the market, so that the check of the key is no offer even by mistake. */
    private static final BigDecimal FAR_BELOW = new BigDecimal("0.5");

    private final KrakenRest rest;
    private final KrakenAccount account;
    private final Listings listings;
    private final OrderLedger ledger;
    private final IngestClock clock;
    private final long clockTolerance;
    private List<Block> found = List.of();
    private long foundAt;
    private boolean isFound;
    private boolean mayTrade;
    private int foreign;

    AccountWatch(
            KrakenRest rest,
            KrakenAccount account,
            Listings listings,
            OrderLedger ledger,
            IngestClock clock,
            long clockTolerance) {
        this.rest = rest;
        this.account = account;
        this.listings = listings;
        this.ledger = ledger;
        this.clock = clock;
        this.clockTolerance = clockTolerance;
    }

    /** All that speaks against sending any order. */
    List<Block> blocks() throws InterruptedException {
        if (!isFound || clock.millis() - foundAt >= GOOD_FOR) {
            List<Block> blocks = new ArrayList<>();
            status().ifPresent(blocks::add);
            clockError().ifPresent(blocks::add);
            right().ifPresent(blocks::add);
            openOrders().ifPresent(blocks::add);
            found = List.copyOf(blocks);
            foundAt = clock.millis();
            isFound = true;
        }
        return found;
    }

    /** Open orders of the account that are none of ours, as of the last look. */
    int foreign() {
        return foreign;
    }

    private Optional<Block> status() throws InterruptedException {
        try {
            String status = rest.systemStatus().value();
            return status.equals("online")
                    ? Optional.empty()
                    : block(
                            Block.Kind.VENUE,
                            "the venue's status is %s, orders are sent while it is online; wait".formatted(status));
        } catch (SourceException e) {
            return block(Block.Kind.VENUE, "its status could not be read (%s)".formatted(e.getMessage()));
        }
    }

    private Optional<Block> clockError() throws InterruptedException {
        try {
            long error = rest.clockError();
            return Math.abs(error) <= clockTolerance
                    ? Optional.empty()
                    : block(
                            Block.Kind.CLOCK,
                            "this machine's clock is %d ms %s the venue's, %d are tolerated; set it (e.g. with chrony)"
                                    .formatted(Math.abs(error), error < 0 ? "behind" : "ahead of", clockTolerance));
        } catch (SourceException e) {
            return block(Block.Kind.CLOCK, "the venue's time could not be read (%s)".formatted(e.getMessage()));
        }
    }

    /** A key without the right to trade is refused the check of an order, too. Once it may, it may. */
    private Optional<Block> right() throws InterruptedException {
        if (mayTrade) {
            return Optional.empty();
        }
        try {
            Optional<TradedPair> pair = listings.any();
            if (pair.isEmpty()) {
                return block(Block.Kind.KEY, "the key could not be tried: no pair is online");
            }
            Placement answer = account.check(smallest(pair.get()));
            mayTrade = answer.result() == Placement.Result.ACCEPTED;
            return mayTrade
                    ? Optional.empty()
                    : block(
                            Block.Kind.KEY,
                            "the key may not trade, or could not be tried: the venue answered '%s' to the check of an order; make a key with the right 'Create & modify orders'"
                                    .formatted(answer.says()));
        } catch (SourceException e) {
            return block(Block.Kind.KEY, "the key could not be tried (%s)".formatted(e.getMessage()));
        }
    }

    private LimitOrder smallest(TradedPair pair) throws SourceException, InterruptedException {
        BigDecimal price = Listings.rules(pair)
                .round(Side.BUY, listings.lastPrice(pair).multiply(FAR_BELOW), pair.orderMin())
                .price()
                .max(pair.tickSize());
        BigDecimal volume = pair.costMin()
                .divide(price, pair.lotDecimals(), RoundingMode.UP)
                .max(pair.orderMin());
        return new LimitOrder(pair.key(), Side.BUY, volume, price);
    }

    private Optional<Block> openOrders() throws InterruptedException {
        try {
            List<VenueOrder> unknown = account.openOrders().stream()
                    .filter(order -> !ledger.isOurs(order.clOrdId()))
                    .toList();
            foreign = unknown.size();
            return unknown.isEmpty()
                    ? Optional.empty()
                    : block(
                            Block.Kind.UNKNOWN_ORDERS,
                            "the account has %d open orders that are not in the journal: %s; cancel them, or use an account of its own"
                                    .formatted(
                                            unknown.size(),
                                            unknown.stream()
                                                    .map(order -> "%s (%s)".formatted(order.txid(), order.says()))
                                                    .collect(Collectors.joining(", "))));
        } catch (SourceException e) {
            return block(
                    Block.Kind.UNKNOWN_ORDERS,
                    "the account's open orders could not be read (%s)".formatted(e.getMessage()));
        }
    }

    private static Optional<Block> block(Block.Kind kind, String says) {
        return Optional.of(new Block(kind, says));
    }
}
