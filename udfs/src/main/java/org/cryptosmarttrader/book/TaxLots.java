package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * Which buys each sale of an account used up, the oldest first: what a tax return asks for. Costs are split as the account splits
 * them, so that the gains of a sale's parts add up to what the account realised, to the last digit. Mutable, not thread-safe.
 */
public final class TaxLots {

    /** Decimals of a part of the proceeds; what rounding takes goes to the last part. */
    private static final int DECIMALS = 18;

    /**
     * Part of a sale that one buy had brought.
     *
     * @param buy fill that brought it
     * @param acquiredAt epoch milliseconds UTC
     * @param sale fill that took it
     * @param disposedAt epoch milliseconds UTC
     * @param quantity in base currency
     * @param cost paid for it in quote currency, fee included
     * @param proceeds got for it in quote currency, less the fee
     */
    public record Disposal(
            String pair,
            String buy,
            long acquiredAt,
            String sale,
            long disposedAt,
            BigDecimal quantity,
            BigDecimal cost,
            BigDecimal proceeds) {

        public BigDecimal gain() {
            return proceeds.subtract(cost);
        }
    }

    /**
     * An execution of the account.
     *
     * @param at epoch milliseconds UTC
     * @param fee in quote currency
     */
    public record Execution(String id, String pair, long at, BigDecimal quantity, BigDecimal price, BigDecimal fee) {

        private BigDecimal notional() {
            return quantity.multiply(price);
        }
    }

    private record Bought(String id, long at, Lot lot) {}

    private final TreeMap<String, Deque<Bought>> held = new TreeMap<>();

    public void buy(Execution buy) {
        held.computeIfAbsent(buy.pair(), absent -> new ArrayDeque<>())
                .addLast(new Bought(
                        buy.id(),
                        buy.at(),
                        new Lot(buy.quantity(), buy.notional().add(buy.fee()))));
    }

    /**
     * @return what it used up, in the order in which that was bought
     * @throws IllegalArgumentException if more is sold than was bought
     */
    public List<Disposal> sell(Execution sale) {
        Deque<Bought> lots = held.getOrDefault(sale.pair(), new ArrayDeque<>());
        BigDecimal proceeds = sale.notional().subtract(sale.fee());
        BigDecimal unpaid = proceeds;
        BigDecimal left = sale.quantity();
        List<Disposal> parts = new ArrayList<>();
        while (left.signum() > 0) {
            Bought oldest = lots.pollFirst();
            if (oldest == null) {
                throw new IllegalArgumentException(
                        "lots: fill %s sells %s of %s more than was bought before it; the fills do not begin where the account does"
                                .formatted(sale.id(), left.toPlainString(), sale.pair()));
            }
            BigDecimal part = oldest.lot().quantity().min(left);
            left = left.subtract(part);
            BigDecimal ofProceeds = left.signum() == 0 ? unpaid : share(proceeds, part, sale.quantity());
            unpaid = unpaid.subtract(ofProceeds);
            parts.add(new Disposal(
                    sale.pair(),
                    oldest.id(),
                    oldest.at(),
                    sale.id(),
                    sale.at(),
                    part,
                    oldest.lot().costOf(part),
                    ofProceeds));
            if (part.compareTo(oldest.lot().quantity()) < 0) {
                lots.addFirst(new Bought(oldest.id(), oldest.at(), oldest.lot().without(part)));
            }
        }
        return parts;
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        int scale = Math.max(DECIMALS, amount.scale());
        return amount.multiply(part).divide(whole, scale, RoundingMode.HALF_EVEN);
    }
}
