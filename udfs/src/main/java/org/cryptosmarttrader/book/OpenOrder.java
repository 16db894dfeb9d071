package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.Words;
import org.cryptosmarttrader.gates.Lane;

/**
 * An order on its way, and how far it has come.
 *
 * @param order as it was decided
 * @param filled quantity executed so far
 * @param fills number of executions so far
 * @param firstOpen open of the first bar after the decision, NaN until there is one
 * @param firstBar first bar that starts when the order has reached the venue
 * @param lastBar last bar it may fill in
 * @param withdrawn whether it ends early because the pair is to be left
 * @param atVenue whether a venue executes it: then no bar fills or ends it, {@code lastBar} is when its silence is remarked
 * @param venueFills ids of the fills a venue reported of it
 */
record OpenOrder(
        Order order,
        BigDecimal filled,
        int fills,
        double firstOpen,
        long firstBar,
        long lastBar,
        boolean withdrawn,
        boolean atVenue,
        List<String> venueFills) {

    OpenOrder {
        venueFills = List.copyOf(venueFills);
    }

    static OpenOrder of(Order order, long firstBar, int maxBars, boolean atVenue) {
        return new OpenOrder(
                order, BigDecimal.ZERO, 0, Double.NaN, firstBar, firstBar + maxBars - 1, false, atVenue, List.of());
    }

    String pair() {
        return order.pair();
    }

    Side side() {
        return order.side();
    }

    BigDecimal remaining() {
        return order.quantity().subtract(filled);
    }

    /**
     * The price the order meets in a bar before slippage: of the bar after the decision the first price behind the latency,
     * of later bars the open; NaN if the order meets none.
     */
    double price(PairQuote quote, long bar) {
        if (!quote.present()) {
            return Double.NaN;
        }
        if (bar >= firstBar) {
            return quote.open();
        }
        boolean isNext = bar == order.bar() + 1;
        return isNext && quote.fillPrice() > 0 ? quote.fillPrice() : Double.NaN;
    }

    /** Notes the first open after the decision. */
    OpenOrder seen(PairQuote quote) {
        boolean isFirst = Double.isNaN(firstOpen) && quote.present();
        return isFirst
                ? new OpenOrder(order, filled, fills, quote.open(), firstBar, lastBar, withdrawn, atVenue, venueFills)
                : this;
    }

    /** A bar before the first regular one, in which the order could fill, is one of those it has. */
    OpenOrder tried(long bar) {
        return bar < firstBar ? endingBy(lastBar - 1, withdrawn) : this;
    }

    OpenOrder with(Fill fill) {
        List<String> ids = new ArrayList<>(venueFills);
        if (fill.venueId() != null) {
            ids.add(fill.venueId());
        }
        return new OpenOrder(
                order,
                filled.add(fill.quantity()),
                fill.number(),
                firstOpen,
                firstBar,
                lastBar,
                withdrawn,
                atVenue,
                ids);
    }

    /**
     * Takes the order back; it still fills in bars that start before the venue hears of it. What a venue has ends only by its
     * own word.
     */
    OpenOrder withdrawnBefore(long bar) {
        return atVenue || lastBar < bar ? this : endingBy(bar - 1, true);
    }

    private OpenOrder endingBy(long bar, boolean isWithdrawn) {
        return new OpenOrder(order, filled, fills, firstOpen, firstBar, bar, isWithdrawn, atVenue, venueFills);
    }

    Order cancelled(OrderReason reason) {
        return order.cancelled(filled, reason);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(order.id());
        out.writeUTF(order.lane().name());
        out.writeUTF(order.pair());
        out.writeUTF(order.side().name());
        Decimals.write(out, order.quantity());
        Decimals.write(out, order.price());
        out.writeLong(order.tick());
        out.writeLong(order.bar());
        out.writeUTF(order.strategy());
        Decimals.write(out, filled);
        out.writeInt(fills);
        out.writeDouble(firstOpen);
        out.writeLong(firstBar);
        out.writeLong(lastBar);
        out.writeBoolean(withdrawn);
        out.writeBoolean(atVenue);
        Words.write(out, venueFills.toArray(String[]::new));
    }

    static OpenOrder read(DataInput in) throws IOException {
        return new OpenOrder(
                readOrder(in),
                Decimals.read(in),
                in.readInt(),
                in.readDouble(),
                in.readLong(),
                in.readLong(),
                in.readBoolean(),
                in.readBoolean(),
                List.of(Words.read(in)));
    }

    private static Order readOrder(DataInput in) throws IOException {
        return new Order(
                in.readUTF(),
                Lane.valueOf(in.readUTF()),
                in.readUTF(),
                Side.valueOf(in.readUTF()),
                Decimals.read(in),
                Decimals.read(in),
                in.readLong(),
                in.readLong(),
                in.readUTF(),
                OrderStatus.NEW,
                BigDecimal.ZERO,
                null);
    }
}
