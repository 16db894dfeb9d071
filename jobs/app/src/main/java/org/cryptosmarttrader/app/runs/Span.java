package org.cryptosmarttrader.app.runs;

import java.time.Instant;
import java.util.Optional;

/**
 * The time a run covers, as asked for.
 *
 * @param from first decision instant whose rows are wanted
 * @param until last decision instant
 * @param genesis first instant folded; empty for the default of the run
 */
public record Span(Instant from, Instant until, Optional<Instant> genesis) {

    /** @throws IllegalArgumentException if the times are not in order */
    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("--from %s --until %s: expected a later end".formatted(from, until));
        }
        if (genesis.isPresent() && genesis.get().isAfter(from)) {
            throw new IllegalArgumentException(
                    "--genesis %s --from %s: folding begins at or before the first row".formatted(genesis.get(), from));
        }
    }
}
