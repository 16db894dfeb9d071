package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.time.TickGrid;

/** What a venue's report means for an open order; posts nothing. Without state. */
final class VenueReports {

    private VenueReports() {}

    /** Why a report cannot be booked; empty if it can. */
    static Optional<Objection> objection(Execution report, OpenOrder open, Account account) {
        if (!open.atVenue()) {
            return objection(
                    Objection.Reason.PAPER_ORDER,
                    "order %s is executed on paper; conf/execution.yaml: broker".formatted(report.orderId()));
        }
        return report.isFill() ? objectionToFill(report, open, account) : objectionToEnd(report, open);
    }

    private static Optional<Objection> objectionToFill(Execution fill, OpenOrder open, Account account) {
        if (open.venueFills().contains(fill.fillId())) {
            return objection(Objection.Reason.FILL_TWICE, "fill %s was booked before".formatted(fill.fillId()));
        }
        if (fill.quantity().compareTo(open.remaining()) > 0) {
            return objection(
                    Objection.Reason.BEYOND_ORDER,
                    "fill %s of %s, %s left of order %s"
                            .formatted(fill.fillId(), plain(fill.quantity()), plain(open.remaining()), fill.orderId()));
        }
        return open.side() == Side.BUY ? objectionToBuy(fill, account) : objectionToSale(fill, open, account);
    }

    private static Optional<Objection> objectionToBuy(Execution fill, Account account) {
        BigDecimal cost = fill.quantity().multiply(fill.price()).add(fill.fee());
        return cost.compareTo(account.cash()) <= 0
                ? Optional.empty()
                : objection(
                        Objection.Reason.FUNDS,
                        "fill %s costs %s, the account has %s"
                                .formatted(fill.fillId(), plain(cost), plain(account.cash())));
    }

    private static Optional<Objection> objectionToSale(Execution fill, OpenOrder open, Account account) {
        BigDecimal held = account.position(open.pair()).quantity();
        return fill.quantity().compareTo(held) <= 0
                ? Optional.empty()
                : objection(
                        Objection.Reason.NOT_HELD,
                        "fill %s sells %s, the account holds %s"
                                .formatted(fill.fillId(), plain(fill.quantity()), plain(held)));
    }

    private static Optional<Objection> objectionToEnd(Execution end, OpenOrder open) {
        BigDecimal executed = end.quantity();
        return executed == null || executed.compareTo(open.filled()) == 0
                ? Optional.empty()
                : objection(
                        Objection.Reason.FILLS_MISSING,
                        "the venue executed %s of order %s, fills of %s were booked"
                                .formatted(plain(executed), end.orderId(), plain(open.filled())));
    }

    private static Optional<Objection> objection(Objection.Reason reason, String detail) {
        return Optional.of(new Objection(reason, detail));
    }

    /**
     * The fill of a report nothing is objected to.
     *
     * @param eventTime when it happened at the venue, epoch milliseconds UTC
     * @param tick at which it is booked
     */
    static Fill fill(Execution report, OpenOrder open, long eventTime, long tick, TickGrid grid) {
        Order order = open.order();
        int number = open.fills() + 1;
        BigDecimal percent = report.fee()
                .movePointRight(2)
                .divide(report.quantity().multiply(report.price()), MathContext.DECIMAL64);
        return new Fill(
                order.id() + "#" + number,
                order.id(),
                number,
                order.lane(),
                order.pair(),
                order.side(),
                order.tick(),
                tick,
                grid.barOf(eventTime),
                report.quantity(),
                report.price(),
                report.fee(),
                percent,
                Double.NaN,
                Double.isNaN(open.firstOpen()) ? null : Decimals.of(open.firstOpen()),
                BigDecimal.ZERO,
                List.of(),
                report.fillId());
    }

    /** The end of what is left of an order. */
    static Order ended(Execution report, OpenOrder open) {
        return open.cancelled(
                report.outcome() == Execution.Outcome.REJECTED
                        ? OrderReason.VENUE_REJECTED
                        : OrderReason.VENUE_CANCELLED);
    }

    /** What an owner is told of the end. */
    static Remark remark(Execution report, OpenOrder open, long tick) {
        return remark(
                tick,
                Remark.Event.VENUE_ENDED,
                open,
                "order %s, %s of %s filled: %s%s"
                        .formatted(
                                report.orderId(),
                                plain(open.filled()),
                                plain(open.order().quantity()),
                                report.outcome(),
                                report.cause().isEmpty() ? "" : ", " + report.cause()));
    }

    /** What an owner is told of an order whose end the venue owes. */
    static Remark silent(OpenOrder open, long tick, long bar) {
        return remark(
                tick,
                Remark.Event.VENUE_SILENT,
                open,
                "order %s, %s of %s filled, open for %d bars: the venue has not said how it ended; look there"
                        .formatted(
                                open.order().id(),
                                plain(open.filled()),
                                plain(open.order().quantity()),
                                bar - open.order().bar()));
    }

    /** What an owner is told of an order that was not made. */
    static Remark pending(OpenOrder open, Order wanted) {
        return remark(
                wanted.tick(),
                Remark.Event.VENUE_PENDING,
                open,
                "no order to %s %s: the venue still has order %s"
                        .formatted(
                                wanted.side(),
                                plain(wanted.quantity()),
                                open.order().id()));
    }

    private static Remark remark(long tick, Remark.Event event, OpenOrder open, String detail) {
        return new Remark(tick, open.order().lane(), open.pair(), event, null, detail);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
