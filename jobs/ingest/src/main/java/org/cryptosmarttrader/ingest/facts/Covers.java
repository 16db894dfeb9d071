package org.cryptosmarttrader.ingest.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Instants;

/**
 * The time for which files are said to hold everything a source published. Without such a statement silence and a missing
 * file are the same, and no count can be made.
 *
 * @param from epoch milliseconds
 * @param until epoch milliseconds, excluded
 */
public record Covers(long from, long until) {

    private static final String EXPECTED = "FROM/UNTIL, each " + Instants.EXPECTED;

    /** @throws IllegalArgumentException if there is no whole hour of the clock in it */
    public Covers {
        if (from >= until) {
            throw new IllegalArgumentException("covers %s/%s: ends before it begins; write the earlier time first"
                    .formatted(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until)));
        }
        if (firstHour(from) >= Math.floorDiv(until, TickGrid.HOUR)) {
            throw new IllegalArgumentException("covers %s/%s: no whole hour of the clock lies in it; state at least one"
                    .formatted(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until)));
        }
    }

    /** The first hour that begins at an instant or after it, in hours since 1970. */
    private static long firstHour(long instant) {
        return -Math.floorDiv(-instant, TickGrid.HOUR);
    }

    /**
     * E.g. {@code 2021-10-12/2022-07-05}; a date means its beginning, UTC.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static Covers parse(String written) {
        String[] ends = written.split("/", -1);
        List<Optional<Instant>> instants =
                List.of(ends).stream().map(Instants::parse).toList();
        if (ends.length != 2 || instants.stream().anyMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("covers '%s': expected %s".formatted(written, EXPECTED));
        }
        return new Covers(
                instants.get(0).get().toEpochMilli(), instants.get(1).get().toEpochMilli());
    }

    /**
     * That a feed was listened to in each whole hour, known at the end of the hour, as from a poll then.
     *
     * @param feed group of texts, or chain
     * @param payloadHash of the file that is said to hold them; row 0 is the file as a whole
     */
    public List<Fact> facts(String source, String feed, String payloadHash) {
        return LongStream.range(firstHour(from), Math.floorDiv(until, TickGrid.HOUR))
                .map(hour -> hour * TickGrid.HOUR)
                .mapToObj(start -> new Fact(
                        EventKind.HEALTH,
                        source,
                        "",
                        TickGrid.HOUR,
                        Fact.sequenceOf("health:%s:%d".formatted(feed, start)),
                        start + TickGrid.HOUR - 1,
                        start + TickGrid.HOUR,
                        new double[0],
                        new String[] {feed},
                        Availability.ASSIGNED.name(),
                        payloadHash,
                        0))
                .toList();
    }

    @Override
    public String toString() {
        return "%s/%s".formatted(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until));
    }
}
