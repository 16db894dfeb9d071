package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.book.PairRules;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.kraken.TradedPair;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.VenueSettings;

/** Makes the order to be sent of a decided one, and finds all that speaks against it. */
final class OrderCheck {

    private static final long MINUTE = 60_000;

    /** By which the clock of the job may be ahead of ours. */
    private static final long AHEAD = 1_000;

    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final VenueSettings.Orders settings;
    private final Listings listings;
    private final OrderLedger ledger;
    private final Gates gates;
    private final IngestClock clock;

    /**
     * An order as it would be sent.
     *
     * @param order null if it could not be made
     * @param blocks all that speaks against it
     */
    record Checked(LimitOrder order, List<Block> blocks) {}

    OrderCheck(VenueSettings.Orders settings, Listings listings, OrderLedger ledger, Gates gates, IngestClock clock) {
        this.settings = settings;
        this.listings = listings;
        this.ledger = ledger;
        this.gates = gates;
        this.clock = clock;
    }

    /** @param foreign open orders of the account that are none of ours */
    Checked check(GatedOrder order, int foreign) throws InterruptedException {
        List<Block> blocks = new ArrayList<>();
        gates.shut(order).ifPresent(why -> blocks.add(new Block(Block.Kind.GATE, why)));
        beginning(order, blocks);
        rate(foreign, blocks);
        LimitOrder made = null;
        try {
            Optional<TradedPair> pair = listings.of(order.pair());
            if (pair.isPresent()) {
                made = made(order, pair.get(), blocks);
            } else {
                blocks.add(new Block(
                        Block.Kind.PAIR, "%s is not among the pairs the venue has online".formatted(order.pair())));
            }
        } catch (SourceException e) {
            blocks.add(new Block(
                    Block.Kind.PAIR, "%s could not be looked up (%s)".formatted(order.pair(), e.getMessage())));
        }
        return new Checked(made, blocks);
    }

    /** Whether the decision is too old by now; to be asked last. */
    Optional<Block> age(GatedOrder order) {
        long age = clock.millis() - order.tick();
        return age >= -AHEAD && age <= settings.oldestMillis()
                ? Optional.empty()
                : Optional.of(new Block(
                        Block.Kind.AGE,
                        "decided %.1f s ago, %.1f are allowed; it is not sent late"
                                .formatted(age / 1e3, settings.oldestMillis() / 1e3)));
    }

    /** An order that a journal of before may say was sent. By its own clock the job may have decided it later than it was sent. */
    private void beginning(GatedOrder order, List<Block> blocks) {
        if (order.tick() - AHEAD < ledger.begunAt()) {
            blocks.add(new Block(
                    Block.Kind.BEGINNING,
                    "decided at %s, the journal began at %s; if there was another before it, the order may have been sent, look at the venue"
                            .formatted(Instant.ofEpochMilli(order.tick()), Instant.ofEpochMilli(ledger.begunAt()))));
        }
    }

    private void rate(int foreign, List<Block> blocks) {
        int sent = ledger.sentSince(clock.millis() - MINUTE);
        if (sent >= settings.perMinute()) {
            blocks.add(new Block(
                    Block.Kind.RATE,
                    "%d orders were sent within a minute, %d are allowed".formatted(sent, settings.perMinute())));
        }
        int open = foreign + ledger.standing().size() + ledger.unknown().size();
        if (open >= settings.maxOpen()) {
            blocks.add(new Block(
                    Block.Kind.OPEN_ORDERS, "%d orders are open, %d are allowed".formatted(open, settings.maxOpen())));
        }
    }

    private LimitOrder made(GatedOrder order, TradedPair pair, List<Block> blocks)
            throws SourceException, InterruptedException {
        BigDecimal distance = order.side() == Side.BUY
                ? settings.farthest()
                : settings.farthest().negate();
        PairRules.Rounded rounded = Listings.rules(pair)
                .round(order.side(), order.close().multiply(BigDecimal.ONE.add(distance)), order.quantity());
        if (rounded.refusal() != null) {
            blocks.add(new Block(
                    Block.Kind.MINIMUM,
                    "%s %s at %s is below the venue's least (%s: %s, %s)"
                            .formatted(
                                    rounded.quantity().toPlainString(),
                                    order.pair(),
                                    rounded.price().toPlainString(),
                                    rounded.refusal(),
                                    pair.orderMin().toPlainString(),
                                    pair.costMin().toPlainString())));
        }
        BigDecimal last = listings.lastPrice(pair);
        BigDecimal deviation =
                rounded.price().divide(last, DIGITS).subtract(BigDecimal.ONE).abs();
        if (deviation.compareTo(settings.maxPriceDeviation()) > 0) {
            blocks.add(new Block(
                    Block.Kind.PRICE,
                    "the limit %s is %.1f %% from the venue's last price %s, %.1f %% are allowed"
                            .formatted(
                                    rounded.price().toPlainString(),
                                    deviation.movePointRight(2),
                                    last.toPlainString(),
                                    settings.maxPriceDeviation().movePointRight(2))));
        }
        return new LimitOrder(pair.key(), order.side(), rounded.quantity(), rounded.price());
    }
}
