package org.cryptosmarttrader.ingest.facts.chain;

import java.time.Instant;
import java.util.Optional;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Instants;

/**
 * A span in which a chain was followed without a hole: every transfer of the files' kind that became available in it is in
 * the files. So an hour of it without one had none.
 *
 * @param from inclusive, epoch milliseconds
 * @param until exclusive
 */
public record Covers(long from, long until) {

    /** @throws IllegalArgumentException if the span holds no whole hour of the clock */
    public Covers {
        if (firstEnd(from) > until) {
            throw new IllegalArgumentException("covers: %s/%s holds no whole hour; write FROM/UNTIL, the earlier first"
                    .formatted(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until)));
        }
    }

    /**
     * @param span {@code FROM/UNTIL}, dates or instants, UTC
     * @throws IllegalArgumentException if it is none
     */
    public static Covers parse(String span) {
        String[] ends = span.split("/", -1);
        Optional<Instant> from = Instants.parse(ends[0]);
        Optional<Instant> until = Instants.parse(ends[ends.length - 1]);
        if (ends.length != 2 || from.isEmpty() || until.isEmpty()) {
            throw new IllegalArgumentException(
                    "covers: '%s' is no FROM/UNTIL, each %s".formatted(span, Instants.EXPECTED));
        }
        return new Covers(from.get().toEpochMilli(), until.get().toEpochMilli());
    }

    private static long firstEnd(long from) {
        return -Math.floorDiv(-from, TickGrid.HOUR) * TickGrid.HOUR + TickGrid.HOUR;
    }

    /** Says of each whole hour that a chain was followed. */
    void addTo(ChainFacts facts, String chain) {
        for (long end = firstEnd(from); end <= until; end += TickGrid.HOUR) {
            facts.listened(new ChainFacts.When(end - 1, end, Availability.ASSIGNED, 0), TickGrid.HOUR, chain);
        }
    }
}
