package org.cryptosmarttrader.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Pairs that move together are held together only up to a share: new orders of a group are scaled down alike until they fit.
 * Pairs of which that is not known count as one group.
 *
 * @param maxWeight fraction of equity
 */
public record GroupLimit(double maxWeight) implements RiskRule {

    @Override
    public String name() {
        return "group limit";
    }

    @Override
    public void apply(Exposure exposure) {
        TreeMap<Integer, List<Holding>> groups = new TreeMap<>();
        for (Holding holding : exposure.holdings()) {
            groups.computeIfAbsent(holding.facts().group(), absent -> new ArrayList<>())
                    .add(holding);
        }
        for (List<Holding> group : groups.values()) {
            exposure.scale(name(), group, maxWeight);
        }
    }
}
