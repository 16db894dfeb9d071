package org.cryptosmarttrader.app.certify.origin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Instants as payloads write them, in epoch milliseconds; empty where the text is none. Without a zone they are UTC. */
final class RawTime {

    private static final long DAY = 86_400_000L;

    /** Digits before the point of seconds since 1970, between 2001 and 2286. */
    private static final int DIGITS_OF_SECONDS = 10;

    private RawTime() {}

    /** Of a date its beginning. */
    static OptionalLong millis(String written) {
        String text = written.strip();
        if (text.matches("\\d+(\\.\\d+)?")) {
            return ofNumber(text);
        }
        try {
            return OptionalLong.of(isDate(text) ? startOfDay(text) : ofClock(text.replace(' ', 'T')));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong ofNumber(String text) {
        int digits = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        // seconds, milli-, micro- and nanoseconds have 10, 13, 16 and 19 digits
        int shift = digits - DIGITS_OF_SECONDS;
        if (shift < 0 || shift > 9 || shift % 3 != 0) {
            return OptionalLong.empty();
        }
        BigDecimal millis = new BigDecimal(text).movePointRight(3 - shift).setScale(0, RoundingMode.FLOOR);
        return OptionalLong.of(millis.longValueExact());
    }

    private static long ofClock(String text) {
        boolean hasZone = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
        return hasZone
                ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant()
                        .toEpochMilli()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    static boolean isDate(String text) {
        return text.strip().matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private static long startOfDay(String date) {
        return LocalDate.parse(date).toEpochDay() * DAY;
    }

    /** The end of a day. */
    static OptionalLong endOfDay(String written) {
        OptionalLong start = isDate(written) ? millis(written) : OptionalLong.empty();
        return start.isPresent() ? OptionalLong.of(start.getAsLong() + DAY) : start;
    }

    /** The end of what is written, if it is a day; otherwise the instant. */
    static OptionalLong endOf(String written) {
        return isDate(written) ? endOfDay(written) : millis(written);
    }
}
