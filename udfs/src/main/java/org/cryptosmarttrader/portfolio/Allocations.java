package org.cryptosmarttrader.portfolio;

import java.util.List;
import java.util.Optional;

/** The ways of the product to divide what is held, by name. Shares below 0 have no place among them: spot is not sold short. */
public final class Allocations {

    private static final List<Allocation> ALL =
            List.of(new LongOnlyMinimumVariance(), new RiskParity(), new HierarchicalRiskParity());

    private Allocations() {}

    public static List<String> names() {
        return ALL.stream().map(Allocation::name).toList();
    }

    public static Optional<Allocation> named(String name) {
        return ALL.stream().filter(allocation -> allocation.name().equals(name)).findFirst();
    }
}
