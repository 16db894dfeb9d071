package org.cryptosmarttrader.wire.conf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants as people write them, UTC: a date means its beginning. */
public final class Instants {

    public static final String EXPECTED = "a date such as 2022-03-01 or an instant such as 2022-03-01T12:00:00Z (UTC)";

    /** What milliseconds can say; years of nine digits exist, too. */
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);

    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Instants() {}

    /** The instant, or empty if the text is neither a date nor an instant that exists. */
    public static Optional<Instant> parse(String text) {
        try {
            Instant instant = text.length() == "2022-03-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            return Optional.of(instant).filter(some -> !some.isBefore(FIRST) && !some.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
