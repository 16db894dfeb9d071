package org.cryptosmarttrader.ingest.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cryptosmarttrader.time.DecimalSeconds;

/**
 * Times of one file, in whatever unit it writes them: ISO 8601 (UTC where no zone stands), or seconds, milli-, micro- or
 * nanoseconds since 1970, told apart by their size. Fractions of a millisecond are cut off. Not thread-safe.
 */
public final class TimeColumn {

    /** What a file's times are written in. */
    enum Unit {
        ISO,
        SECONDS,
        MILLISECONDS,
        MICROSECONDS,
        NANOSECONDS;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 2009-01-01, before any market in these assets. */
    private static final long EARLIEST = 1_230_768_000_000L;

    /** 2100-01-01. */
    private static final long LATEST = 4_102_444_800_000L;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,30})?");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Unit unit;

    /** The unit of the file's first time; null before it was read. */
    Unit unit() {
        return unit;
    }

    /**
     * @return milliseconds since 1970, between 2009 and 2100
     * @throws BadRow if it is no time, outside that span, or in another unit than the file's first
     */
    public long millis(String text) throws BadRow {
        if (text == null || text.isEmpty()) {
            throw new BadRow(
                    Fault.TIME,
                    "time is empty, expected seconds or milliseconds since 1970 or e.g. 2021-03-15T12:00:00Z");
        }
        return NUMBER.matcher(text).matches() ? millisOfNumber(text) : millisOfIso(text);
    }

    private long millisOfNumber(String text) throws BadRow {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        Unit found = unitOf(whole);
        if (found == null) {
            throw new BadRow(
                    Fault.TIME_UNIT,
                    "time %s lies outside 2009 to 2100, read as seconds, milli-, micro- or nanoseconds"
                            .formatted(text));
        }
        requireSame(found, text);
        return switch (found) {
            case MILLISECONDS -> Long.parseLong(whole);
            case MICROSECONDS -> Long.parseLong(whole) / 1_000;
            case NANOSECONDS -> Long.parseLong(whole) / 1_000_000;
            default -> DecimalSeconds.toMillis(text);
        };
    }

    /** The unit in which a number lies between 2009 and 2100; there is at most one. */
    private static Unit unitOf(String whole) {
        return switch (whole.length()) {
            case 10 -> isBetween(whole, EARLIEST / 1000, LATEST / 1000) ? Unit.SECONDS : null;
            case 13 -> isBetween(whole, EARLIEST, LATEST) ? Unit.MILLISECONDS : null;
            case 16 -> isBetween(whole, EARLIEST * 1000, LATEST * 1000) ? Unit.MICROSECONDS : null;
            case 19 -> isBetween(whole, EARLIEST * 1_000_000, LATEST * 1_000_000) ? Unit.NANOSECONDS : null;
            default -> null;
        };
    }

    private static boolean isBetween(String whole, long from, long until) {
        try {
            long number = Long.parseLong(whole);
            return number >= from && number < until;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    private long millisOfIso(String text) throws BadRow {
        long millis;
        try {
            millis = parse(text.replace(' ', 'T'));
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadRow(
                    Fault.TIME,
                    "time is '%s', expected seconds or milliseconds since 1970 or e.g. 2021-03-15T12:00:00Z"
                            .formatted(text));
        }
        if (millis < EARLIEST || millis >= LATEST) {
            throw new BadRow(Fault.TIME_UNIT, "time %s lies outside 2009 to 2100".formatted(text));
        }
        requireSame(Unit.ISO, text);
        return millis;
    }

    private static long parse(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        }
        Object parsed = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime zoned
                ? zoned.toInstant().toEpochMilli()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private void requireSame(Unit found, String text) throws BadRow {
        if (unit != null && unit != found) {
            throw new BadRow(
                    Fault.TIME_UNIT,
                    "time %s is in %s, the file began with %s".formatted(text, found.label(), unit.label()));
        }
        unit = found;
    }
}
