package org.cryptosmarttrader.ingest.kraken;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;

/**
 * Which hours of the market were heard whole. It is said of an hour right behind its end, while it has not been decided on; an
 * hour of which nothing is said may lack trades, or have had none. Safe for use by many threads.
 */
final class HeardHours {

    /** What was traded in the last moments is still on its way. */
    private static final long FIRST_LOOK_MILLIS = 1_000;
    /** Five seconds behind the hour it is decided on, and a stamp may be two ahead of this clock. */
    private static final long LAST_LOOK_MILLIS = 3_000;

    private static final long AGAIN_MILLIS = 500;

    private final RawLog rawLog;
    private final Receipts receipts;
    /** From when on nothing is known to be missing, epoch milliseconds. */
    private long wholeSince = Long.MAX_VALUE;

    private String broken = "";
    /** End of the hour that is spoken of next. */
    private long due = Long.MAX_VALUE;

    private String complaint = "";

    HeardHours(RawLog rawLog, Receipts receipts) {
        this.rawLog = rawLog;
        this.receipts = receipts;
    }

    /** Listening begins: the hour it begins in does not count, and that is no fault. */
    synchronized void begin(long now) {
        wholeSince = now;
        due = endOfHour(now);
    }

    private static long endOfHour(long now) {
        return (Math.floorDiv(now, TickGrid.HOUR) + 1) * TickGrid.HOUR;
    }

    /**
     * Something is missing for good.
     *
     * @param until the first instant behind it, epoch milliseconds
     */
    synchronized void broken(long until, String why) {
        if (until >= wholeSince) {
            wholeSince = until;
            broken = why;
        }
    }

    /** When the next look is due. */
    synchronized long nextLook(long now) {
        return now < due + FIRST_LOOK_MILLIS ? due + FIRST_LOOK_MILLIS : now + AGAIN_MILLIS;
    }

    /** End of the hour that has ended and not been spoken of, if it is time to. */
    synchronized Optional<Long> ended(long now) {
        return now < due + FIRST_LOOK_MILLIS ? Optional.empty() : Optional.of(due);
    }

    /**
     * Speaks of the hour that has ended, or leaves it to the next look while there is time.
     *
     * @param fault what is not heard at the moment; empty if all is
     */
    synchronized void look(long now, Optional<String> fault, SocketStatus connections) {
        long from = due - TickGrid.HOUR;
        boolean isInTime = now <= due + LAST_LOOK_MILLIS;
        if (wholeSince <= from && isInTime && fault.isEmpty()) {
            byte[] hash = rawLog.keep(
                    KrakenFeed.SOURCE, "connections", Json.write(connections).getBytes(StandardCharsets.UTF_8));
            receipts.put(List.of(Heard.listened(KrakenFeed.SOURCE, KrakenFeed.SOURCE, from, due, hash)));
            spoken(now, "");
        } else if (wholeSince > from) {
            spoken(now, broken);
        } else if (now + AGAIN_MILLIS > due + LAST_LOOK_MILLIS) {
            spoken(now, fault.orElse("nobody looked when it ended"));
        }
    }

    private void spoken(long now, String why) {
        complaint = why.isEmpty()
                ? ""
                : "the hour until %s does not count as heard: %s".formatted(Instant.ofEpochMilli(due), why);
        due = endOfHour(now);
    }

    /** Why the last hour that ended does not count; empty if it does. */
    synchronized String complaint() {
        return complaint;
    }
}
