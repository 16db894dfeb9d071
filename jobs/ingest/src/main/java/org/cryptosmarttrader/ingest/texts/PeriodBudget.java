package org.cryptosmarttrader.ingest.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.Required;

/** A hard limit of a day or month, UTC, kept in a file so that a restart does not begin it again. Safe for many threads. */
final class PeriodBudget {

    /** By which a limit is counted. */
    enum Period {
        DAY,
        MONTH;

        private LocalDate begin(LocalDate day) {
            return this == DAY ? day : day.withDayOfMonth(1);
        }

        private LocalDate next(LocalDate begin) {
            return this == DAY ? begin.plusDays(1) : begin.plusMonths(1);
        }
    }

    /** The file: first day of the period, and what was used in it. */
    private record Kept(@Required String since, long used) {}

    /** What lies behind was misread. */
    private static final int LAST_YEAR = 2100;

    private final Path file;
    private final String name;
    private final Period period;
    private final long limit;
    private final IngestClock clock;
    private LocalDate since;
    private long used;

    /**
     * @param name what is limited and where, e.g. {@code x: posts a month (x.postsPerMonth)}
     * @throws IOException if the file is damaged
     */
    PeriodBudget(Path file, String name, Period period, long limit, IngestClock clock) throws IOException {
        this.file = file;
        this.name = name;
        this.period = period;
        this.limit = limit;
        this.clock = clock;
        this.since = period.begin(today());
        if (Files.exists(file)) {
            read();
        }
    }

    private void read() throws IOException {
        try {
            Kept kept = Json.read(file, Kept.class);
            since = LocalDate.parse(kept.since());
            used = kept.used();
            if (used < 0 || since.getYear() > LAST_YEAR) {
                throw new IOException("used is %d since %s".formatted(used, since));
            }
        } catch (IOException | DateTimeException e) {
            throw new IOException(
                    "budget %s: damaged (%s); look up at the source what was used, and correct or remove the file"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(Instant.ofEpochMilli(clock.millis()), ZoneOffset.UTC);
    }

    /** What is left of this period. */
    synchronized long left() {
        turn();
        return Math.max(0, limit - used);
    }

    /**
     * Takes an amount out, before it is used.
     *
     * @throws SourceException RETRY, not before the next period, if less is left; DISABLED if that cannot be kept
     */
    synchronized void take(long amount) throws SourceException {
        if (left() < amount) {
            throw new SourceException(
                    SourceException.Kind.RETRY,
                    millisToNext(),
                    "%s: %d of %d used since %s; nothing is asked before %s"
                            .formatted(name, used, limit, since, period.next(since)));
        }
        used += amount;
        keep();
    }

    /** Says what an amount taken turned out to be. */
    synchronized void settle(long taken, long actual) throws SourceException {
        used = Math.max(0, used - taken + actual);
        keep();
    }

    /** Until the next period begins. */
    synchronized long millisToNext() {
        turn();
        return period.next(since).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - clock.millis();
    }

    /** A clock that is set back does not give a period a second time. */
    private void turn() {
        LocalDate now = period.begin(today());
        if (now.isAfter(since)) {
            since = now;
            used = 0;
        }
    }

    private void keep() throws SourceException {
        try {
            Json.replace(file, new Kept(since.toString(), used));
        } catch (IOException e) {
            throw SourceException.disabled(
                    "%s: what was used cannot be kept in %s (%s); free the disk or correct its rights, then start again"
                            .formatted(name, file, e.getMessage()));
        }
    }
}
