package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cash and positions of one lane in one quote currency. Spot only: nothing is borrowed, nothing is sold that is not held.
 *
 * <p>Two sets of books must agree to the last digit ({@link #balances}): what moved (deposit, bought, sold, fees) and what
 * there is (cash, positions at cost, realised profit). Mutable; part of the state of the book.
 */
final class Account {

    private final BigDecimal deposit;
    private final CostMethod method;
    private final TreeMap<String, Position> positions;
    private BigDecimal cash;
    private BigDecimal bought = BigDecimal.ZERO;
    private BigDecimal sold = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal realised = BigDecimal.ZERO;

    Account(BigDecimal deposit, CostMethod method) {
        this(deposit, method, new TreeMap<>());
        this.cash = deposit;
    }

    private Account(BigDecimal deposit, CostMethod method, TreeMap<String, Position> positions) {
        this.deposit = deposit;
        this.method = method;
        this.positions = positions;
    }

    /** @throws IllegalArgumentException if cash does not pay for it */
    void buy(String pair, BigDecimal quantity, BigDecimal price, BigDecimal fee) {
        BigDecimal notional = quantity.multiply(price);
        BigDecimal cost = notional.add(fee);
        if (cost.compareTo(cash) > 0) {
            throw new IllegalArgumentException("account: buying %s for %s with %s in cash; nothing is borrowed"
                    .formatted(pair, cost.toPlainString(), cash.toPlainString()));
        }
        positions.put(pair, position(pair).with(new Lot(quantity, cost), method));
        cash = cash.subtract(cost);
        bought = bought.add(notional);
        fees = fees.add(fee);
        requireBalance(pair);
    }

    /**
     * @return realised profit: proceeds less the fee and the cost of what was sold
     * @throws IllegalArgumentException if less is held
     */
    BigDecimal sell(String pair, BigDecimal quantity, BigDecimal price, BigDecimal fee) {
        BigDecimal held = position(pair).quantity();
        if (quantity.compareTo(held) > 0) {
            throw new IllegalArgumentException("account: selling %s of %s with %s held; nothing is sold short"
                    .formatted(quantity.toPlainString(), pair, held.toPlainString()));
        }
        BigDecimal notional = quantity.multiply(price);
        BigDecimal proceeds = notional.subtract(fee);
        Position.Sale sale = position(pair).sell(quantity);
        keep(pair, sale.rest());
        BigDecimal profit = proceeds.subtract(sale.cost());
        cash = cash.add(proceeds);
        sold = sold.add(notional);
        fees = fees.add(fee);
        realised = realised.add(profit);
        requireBalance(pair);
        return profit;
    }

    private void keep(String pair, Position rest) {
        if (rest.isEmpty()) {
            positions.remove(pair);
        } else {
            positions.put(pair, rest);
        }
    }

    BigDecimal cash() {
        return cash;
    }

    BigDecimal fees() {
        return fees;
    }

    BigDecimal realised() {
        return realised;
    }

    /** What is held of a pair, perhaps nothing. */
    Position position(String pair) {
        return positions.getOrDefault(pair, Position.NONE);
    }

    SortedMap<String, Position> positions() {
        return Collections.unmodifiableSortedMap(positions);
    }

    /** Positions at their last known closes. */
    BigDecimal exposure(Marks marks) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Position> entry : positions.entrySet()) {
            sum = sum.add(entry.getValue().quantity().multiply(marks.price(entry.getKey())));
        }
        return sum;
    }

    BigDecimal equity(Marks marks) {
        return cash.add(exposure(marks));
    }

    BigDecimal unrealised(Marks marks) {
        return exposure(marks).subtract(cost());
    }

    /** The two sets of books are kept by different sums; a fault in either ends the run rather than a row of figures. */
    private void requireBalance(String pair) {
        if (!balances()) {
            throw new IllegalStateException(
                    "account: after %s cash is %s and positions cost %s, but deposit %s, bought %s, sold %s, fees %s, realised %s: the books do not agree"
                            .formatted(pair, cash, cost(), deposit, bought, sold, fees, realised));
        }
    }

    /** Whether what moved and what there is agree. */
    boolean balances() {
        BigDecimal moved = deposit.subtract(bought).add(sold).subtract(fees);
        return cash.compareTo(moved) == 0 && cash.add(cost()).compareTo(deposit.add(realised)) == 0;
    }

    private BigDecimal cost() {
        return positions.values().stream().map(Position::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void write(DataOutput out) throws IOException {
        Decimals.write(out, deposit);
        out.writeUTF(method.name());
        out.writeInt(positions.size());
        for (Map.Entry<String, Position> entry : positions.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
        for (BigDecimal amount : new BigDecimal[] {cash, bought, sold, fees, realised}) {
            Decimals.write(out, amount);
        }
    }

    static Account read(DataInput in) throws IOException {
        BigDecimal deposit = Decimals.read(in);
        CostMethod method = CostMethod.valueOf(in.readUTF());
        TreeMap<String, Position> positions = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            positions.put(in.readUTF(), Position.read(in));
        }
        Account account = new Account(deposit, method, positions);
        account.cash = Decimals.read(in);
        account.bought = Decimals.read(in);
        account.sold = Decimals.read(in);
        account.fees = Decimals.read(in);
        account.realised = Decimals.read(in);
        return account;
    }
}
