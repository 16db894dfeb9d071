package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** What a run refused: of each kind and reason how often, and how it was first put. Not thread-safe. */
final class Refusals {

    private static final RowSchema ROWS = Datasets.REFUSED;

    private final Map<String, Refusal> byReason = new TreeMap<>();

    /** @param first detail of the first row; null if the reason says it all */
    private record Refusal(long rows, String first) {}

    private Refusals() {}

    static Refusals of(RunFolder run) throws IOException {
        Refusals refusals = new Refusals();
        run.read(ROWS, refusals::add);
        return refusals;
    }

    private void add(RowBatch batch) {
        String[] kinds = batch.strings(ROWS.indexOf("kind"));
        String[] reasons = batch.strings(ROWS.indexOf("reason"));
        String[] details = batch.strings(ROWS.indexOf("detail"));
        for (int row = 0; row < batch.rows(); row++) {
            byReason.merge(
                    kinds[row] + " " + reasons[row],
                    new Refusal(1, details[row]),
                    (known, another) -> new Refusal(known.rows() + 1, known.first()));
        }
    }

    /** One line for each, for people. */
    List<String> lines() {
        return byReason.entrySet().stream()
                .map(refused -> "refused    %,d × %s%s"
                        .formatted(
                                refused.getValue().rows(),
                                refused.getKey(),
                                refused.getValue().first() == null
                                        ? ""
                                        : ", first: " + refused.getValue().first()))
                .toList();
    }
}
