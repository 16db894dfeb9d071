package org.cryptosmarttrader.serving.parity;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a comparison of two outputs found, dataset by dataset.
 *
 * @param leftOut datasets that have none of the columns chosen, or are not by pair where pairs were chosen
 */
public record ParityReport(List<DatasetParity> datasets, List<String> leftOut) {

    /** Rows compared over all datasets. A comparison of nothing proves nothing. */
    public long rows() {
        return datasets.stream().mapToLong(DatasetParity::rows).sum();
    }

    public boolean isEqual() {
        return rows() > 0 && datasets.stream().allMatch(DatasetParity::isEqual);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("%-10s %12s %14s %9s %9s %9s  %s%n"
                .formatted("dataset", "rows", "finite values", "only A", "only B", "differing", "root"));
        for (DatasetParity dataset : datasets) {
            text.append("%-10s %,12d %,14d %,9d %,9d %,9d  %s%n"
                    .formatted(
                            dataset.dataset(),
                            dataset.rows(),
                            dataset.values(),
                            dataset.onlyA(),
                            dataset.onlyB(),
                            dataset.differing(),
                            dataset.rootA().equals(dataset.rootB())
                                    ? dataset.rootA().substring(0, 16)
                                    : dataset.rootA().substring(0, 16) + " ≠ "
                                            + dataset.rootB().substring(0, 16)));
        }
        datasets.stream()
                .filter(dataset -> !dataset.lanes().isEmpty())
                .forEach(dataset -> text.append("rows of %s by lane: %s%n"
                        .formatted(
                                dataset.dataset(),
                                dataset.lanes().entrySet().stream()
                                        .map(lane -> "%s %,d".formatted(lane.getKey(), lane.getValue()))
                                        .collect(Collectors.joining(", ")))));
        if (!leftOut.isEmpty()) {
            text.append("left out, as they have no such column or are not by pair: %s%n"
                    .formatted(String.join(", ", leftOut)));
        }
        datasets.stream()
                .filter(dataset -> dataset.first() != null)
                .findFirst()
                .ifPresent(dataset -> describe(text, dataset));
        if (rows() == 0) {
            text.append(
                    "nothing was compared: no row lies in the scope on both sides; widen it, or check the folders\n");
        }
        return text.toString();
    }

    private static void describe(StringBuilder text, DatasetParity dataset) {
        Difference first = dataset.first();
        text.append("first difference: %s %s%n".formatted(dataset.dataset(), first.row()));
        if (first.column() == null) {
            text.append("  the row is only in %s%n".formatted(first.a() == null ? "B" : "A"));
        } else {
            text.append("  %s: A %s, B %s%n".formatted(first.column(), first.a(), first.b()));
        }
        first.inputs().forEach(input -> text.append("  made of ").append(input).append('\n'));
    }
}
