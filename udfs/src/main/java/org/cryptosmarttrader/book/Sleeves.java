package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.strategy.Outlook;
import org.cryptosmarttrader.strategy.Stance;
import org.cryptosmarttrader.strategy.Strategy;

/**
 * Which part of each position belongs to which horizon. A sleeve claims a quantity when its strategy goes long; it never
 * claims more than is held or ordered. Mutable; part of the state of the book.
 */
final class Sleeves {

    /**
     * @param quantity claimed, in base currency
     * @param until end of the horizon it was last bought for, epoch milliseconds UTC
     */
    record Sleeve(double quantity, long until) {}

    /** What is known about the sleeve of a pair over a horizon, given whether the horizon it was bought for is over. */
    interface Outlooks {
        Outlook of(Horizon horizon, boolean horizonOver);
    }

    private final TreeMap<String, TreeMap<Horizon, Sleeve>> sleeves = new TreeMap<>();

    SortedSet<String> pairs() {
        return Collections.unmodifiableSortedSet(sleeves.navigableKeySet());
    }

    /**
     * Lets a strategy decide on each horizon of a pair.
     *
     * @param forecast horizons of which something is forecast
     * @param expected quantity held once open orders are filled; claims beyond it did not come about and are scaled down
     * @param fullQuantity quantity of weight 1: equity over price
     * @return quantity to hold
     */
    double decide(
            String pair,
            Strategy strategy,
            Set<Horizon> forecast,
            Outlooks outlooks,
            long tick,
            double expected,
            double fullQuantity) {
        TreeMap<Horizon, Sleeve> ofPair = sleeves.computeIfAbsent(pair, absent -> new TreeMap<>());
        scale(ofPair, expected / claimed(ofPair));
        SortedSet<Horizon> horizons = new TreeSet<>(forecast);
        horizons.addAll(ofPair.keySet());
        for (Horizon horizon : horizons) {
            Sleeve held = ofPair.get(horizon);
            boolean isOver = held != null && tick >= held.until();
            apply(Stance.of(strategy, outlooks.of(horizon, isOver)), horizon, ofPair, tick, fullQuantity);
        }
        double quantity = claimed(ofPair);
        if (ofPair.isEmpty()) {
            sleeves.remove(pair);
        }
        return quantity;
    }

    private static void apply(
            Stance stance, Horizon horizon, TreeMap<Horizon, Sleeve> ofPair, long tick, double fullQuantity) {
        switch (stance.action()) {
            case LONG -> ofPair.put(horizon, new Sleeve(stance.weight() * fullQuantity, tick + horizon.millis()));
            case EXIT -> ofPair.remove(horizon);
            case HOLD -> {
                // the claim stands
            }
        }
    }

    private static void scale(TreeMap<Horizon, Sleeve> ofPair, double factor) {
        if (!(factor > 0)) {
            ofPair.clear();
        } else if (factor < 1) {
            ofPair.replaceAll((horizon, sleeve) -> new Sleeve(sleeve.quantity() * factor, sleeve.until()));
        }
    }

    private static double claimed(TreeMap<Horizon, Sleeve> ofPair) {
        double sum = 0;
        for (Sleeve sleeve : ofPair.values()) {
            sum += sleeve.quantity();
        }
        return sum;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(sleeves.size());
        for (Map.Entry<String, TreeMap<Horizon, Sleeve>> entry : sleeves.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().size());
            for (Map.Entry<Horizon, Sleeve> sleeve : entry.getValue().entrySet()) {
                out.writeInt(sleeve.getKey().hours());
                out.writeDouble(sleeve.getValue().quantity());
                out.writeLong(sleeve.getValue().until());
            }
        }
    }

    static Sleeves read(DataInput in) throws IOException {
        Sleeves sleeves = new Sleeves();
        for (int pairs = in.readInt(); pairs > 0; pairs--) {
            TreeMap<Horizon, Sleeve> ofPair = new TreeMap<>();
            sleeves.sleeves.put(in.readUTF(), ofPair);
            for (int left = in.readInt(); left > 0; left--) {
                ofPair.put(new Horizon(in.readInt()), new Sleeve(in.readDouble(), in.readLong()));
            }
        }
        return sleeves;
    }
}
