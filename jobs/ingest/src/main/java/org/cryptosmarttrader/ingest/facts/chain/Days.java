package org.cryptosmarttrader.ingest.facts.chain;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.time.UtcDays;

/** Days as files date them. */
final class Days {

    private static final LocalDate EARLIEST = LocalDate.of(2009, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private Days() {}

    /**
     * The instant a day ends, UTC.
     *
     * @throws BadRow if there is no such day, or it lies outside 2009 to 2100
     */
    static long end(String date) throws BadRow {
        LocalDate day;
        try {
            day = LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new BadRow(Fault.TIME, "day is '%s', expected e.g. 2021-03-15".formatted(date));
        }
        if (day.isBefore(EARLIEST) || !day.isBefore(LATEST)) {
            throw new BadRow(Fault.TIME, "day %s lies outside 2009 to 2100".formatted(date));
        }
        return UtcDays.start(day.toEpochDay() + 1);
    }

    /** What a row says of a day that ended, usable some time after its end. */
    static ChainFacts.When of(String date, long delayMillis, long row) throws BadRow {
        long end = end(date);
        return new ChainFacts.When(end - 1, end + delayMillis, Availability.ASSIGNED, row);
    }
}
