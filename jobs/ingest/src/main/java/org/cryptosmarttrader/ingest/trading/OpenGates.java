package org.cryptosmarttrader.ingest.trading;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * What the judge said, from the topic of verdicts: a second way to know that the gates were open, beside the order itself. A sale
 * needs no open gate, since it can only reduce what is held. Not thread-safe.
 */
public final class OpenGates implements Gates {

    /** Orders are far younger. */
    private static final int TICKS_KEPT = 48;

    private static final int DECISION_AT = Datasets.VERDICTS.indexOf(Datasets.DECISION_AT);
    private static final int PAIR = Datasets.VERDICTS.indexOf("pair");
    private static final int GATED = Datasets.VERDICTS.indexOf("gated");

    /** By tick, pairs one of whose verdicts the lane GATED may act on. */
    private final TreeMap<Long, Set<String>> open = new TreeMap<>();

    /** Takes in rows of the dataset verdicts. */
    public void hear(RowBatch verdicts) {
        for (int row = 0; row < verdicts.rows(); row++) {
            Set<String> ofTick = open.computeIfAbsent(verdicts.longs(DECISION_AT)[row], tick -> new HashSet<>());
            if (verdicts.booleans(GATED)[row]) {
                ofTick.add(verdicts.strings(PAIR)[row]);
            }
        }
        while (open.size() > TICKS_KEPT) {
            open.pollFirstEntry();
        }
    }

    @Override
    public Optional<String> shut(GatedOrder order) {
        boolean isOpen = order.side() == Side.SELL
                || open.getOrDefault(order.tick(), Set.of()).contains(order.pair());
        return isOpen
                ? Optional.empty()
                : Optional.of(
                        "no verdict on %s at %s passed the gates of the lane GATED, so nothing may be bought; cst status shows them"
                                .formatted(order.pair(), Instant.ofEpochMilli(order.tick())));
    }
}
