package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps each report once. The same id always says the same. */
final class Reports implements ExecutionSink {

    private final Map<String, ExecutionReport> byId = new LinkedHashMap<>();
    private final Set<Long> numbers = new HashSet<>();
    private int repeated;

    @Override
    public void report(List<ExecutionReport> reports) {
        for (ExecutionReport report : reports) {
            ExecutionReport before = byId.putIfAbsent(report.id(), report);
            if (before != null) {
                assertThat(report).isEqualTo(before);
                repeated++;
            } else {
                assertThat(numbers.add(report.number()))
                        .as("%s has a number of its own", report)
                        .isTrue();
            }
        }
    }

    List<ExecutionReport> all() {
        return List.copyOf(byId.values());
    }

    List<ExecutionReport> of(String order) {
        return byId.values().stream()
                .filter(report -> report.orderId().equals(order))
                .toList();
    }

    List<ExecutionReport> fills(String order) {
        return of(order).stream()
                .filter(report -> report.outcome() == Outcome.FILL)
                .toList();
    }

    List<ExecutionReport> ends(String order) {
        return of(order).stream()
                .filter(report -> report.outcome() != Outcome.FILL)
                .toList();
    }

    static BigDecimal quantity(List<ExecutionReport> reports) {
        return reports.stream().map(ExecutionReport::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How often a report came that was known. */
    int repeated() {
        return repeated;
    }
}
