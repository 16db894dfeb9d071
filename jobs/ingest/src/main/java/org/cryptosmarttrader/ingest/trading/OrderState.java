package org.cryptosmarttrader.ingest.trading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the journal says of one order. Changed by the {@link OrderLedger} alone. */
final class OrderState {

    /** The line it began with; an intent if it was sent. */
    private final Entry first;

    private final SortedMap<String, Entry> fills = new TreeMap<>();
    private final List<ExecutionReport> reports = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private String txid;
    private Entry end;

    /** @param number of the line */
    OrderState(Entry first, long number) {
        this.first = first;
        if (first.kind() != Entry.Kind.INTENT) {
            end(first, number);
        }
    }

    void placed(String name) {
        txid = name;
    }

    void fill(Entry fill, long number) {
        if (fills.putIfAbsent(fill.fill(), fill) != null) {
            return;
        }
        reports.add(new ExecutionReport(
                number,
                first.order(),
                first.pair(),
                first.side(),
                Outcome.FILL,
                fill.fill(),
                fill.volume(),
                fill.price(),
                fill.fee(),
                fill.time(),
                ""));
    }

    void end(Entry entry, long number) {
        end = entry;
        BigDecimal executed = executed();
        boolean isFilled = executed.compareTo(first.quantity()) >= 0;
        Outcome outcome = entry.kind() == Entry.Kind.REJECTED ? Outcome.REJECTED : Outcome.CANCELLED;
        if (!isFilled && entry.kind() != Entry.Kind.VALIDATED) {
            reports.add(new ExecutionReport(
                    number,
                    first.order(),
                    first.pair(),
                    first.side(),
                    outcome,
                    "",
                    executed,
                    null,
                    BigDecimal.ZERO,
                    entry.at(),
                    entry.cause()));
        }
    }

    void reported(String report) {
        reported.add(report);
    }

    Entry first() {
        return first;
    }

    /** The venue's name; null if none was told. */
    String txid() {
        return txid;
    }

    boolean isOver() {
        return end != null;
    }

    /** Whether it was meant to be sent, and nobody knows what became of that. */
    boolean isUnknown() {
        return end == null && txid == null;
    }

    BigDecimal executed() {
        return fills.values().stream().map(Entry::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Set<String> fills() {
        return fills.keySet();
    }

    /** What is not safe at the sink yet, oldest first. */
    List<ExecutionReport> unreported() {
        return reports.stream()
                .filter(report -> !reported.contains(report.id()))
                .toList();
    }
}
