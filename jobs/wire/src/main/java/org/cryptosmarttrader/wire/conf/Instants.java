package org.cryptosmarttrader.wire.conf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants as people write them, UTC: a date means its beginning. */
public final class Instants {

    public static final String EXPECTED = "a date such as 2022-03-01 or an instant such as 2022-03-01T12:00:00Z (UTC)";

    private Instants() {}

    /** The instant, or empty if the text is neither a date nor an instant that exists. */
    public static Optional<Instant> parse(String text) {
        try {
            Instant instant = text.length() == "2022-03-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            // a year of nine digits exists, but not in milliseconds
            return Optional.of(Instant.ofEpochMilli(instant.toEpochMilli()).plusNanos(instant.getNano() % 1_000_000));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
