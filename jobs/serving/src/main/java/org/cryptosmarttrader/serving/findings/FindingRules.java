package org.cryptosmarttrader.serving.findings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of the product, by theme. What is not known makes no rule fire. */
public final class FindingRules {

    public static final List<FindingRule> ALL = Stream.of(
                    ResultRules.ALL, ChanceRules.ALL, ExecutionRules.ALL, StabilityRules.ALL)
            .flatMap(List::stream)
            .toList();

    private FindingRules() {}

    /** What all rules find, the gravest first, otherwise in their order. */
    public static List<Finding> look(Evidence evidence) {
        return ALL.stream()
                .map(rule -> rule.of(evidence))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
