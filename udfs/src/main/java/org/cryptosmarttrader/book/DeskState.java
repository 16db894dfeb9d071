package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.TreeSet;
import org.cryptosmarttrader.strategy.StrategySwitch;

/**
 * What a desk remembers from tick to tick. Its parts are mutable.
 *
 * @param latches what risk rules remember, by name
 */
record DeskState(
        Account account,
        EquityWatch watch,
        OpenOrders orders,
        Sleeves sleeves,
        VolumeWindow volume,
        StrategySwitch switching,
        TreeSet<String> latches) {

    /** A desk that holds nothing but its deposit. */
    static DeskState opening(String quote, BookSettings settings) {
        BigDecimal deposit = settings.execution().capital().get(quote);
        return new DeskState(
                new Account(deposit, settings.execution().costMethod()),
                new EquityWatch(deposit),
                new OpenOrders(),
                new Sleeves(),
                new VolumeWindow(),
                new StrategySwitch(settings.strategies(), settings.grid()),
                new TreeSet<>());
    }

    double equity() {
        return watch.equity().doubleValue();
    }

    /** The most that is held if open buys are filled and open sells are not. */
    BigDecimal committed(String pair) {
        return account.position(pair).quantity().add(orders.remaining(pair, Side.BUY));
    }

    /** What is held once open orders are filled; a sale decided before its buy was filled may want more than there is. */
    BigDecimal expected(String pair) {
        BigDecimal committed = committed(pair);
        return committed.subtract(orders.remaining(pair, Side.SELL));
    }

    /** What is held for sure and not on sale yet. */
    BigDecimal sellable(String pair) {
        return account.position(pair).quantity().subtract(orders.remaining(pair, Side.SELL));
    }

    void write(DataOutput out) throws IOException {
        account.write(out);
        watch.write(out);
        orders.write(out);
        sleeves.write(out);
        volume.write(out);
        switching.write(out);
        out.writeInt(latches.size());
        for (String latch : latches) {
            out.writeUTF(latch);
        }
    }

    static DeskState read(DataInput in, BookSettings settings) throws IOException {
        DeskState state = new DeskState(
                Account.read(in),
                EquityWatch.read(in),
                OpenOrders.read(in),
                Sleeves.read(in),
                VolumeWindow.read(in),
                StrategySwitch.read(in, settings.strategies(), settings.grid()),
                new TreeSet<>());
        for (int left = in.readInt(); left > 0; left--) {
            state.latches.add(in.readUTF());
        }
        return state;
    }
}
