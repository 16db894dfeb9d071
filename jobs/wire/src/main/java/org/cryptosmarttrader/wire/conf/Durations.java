package org.cryptosmarttrader.wire.conf;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as written in conf/ and on the command line: a whole number and a unit, e.g. {@code 5s} or {@code 28d}. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d|w)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L, "w", 604_800_000L);

    private Durations() {}

    /** Milliseconds, or empty if the text has another form. */
    public static Optional<Long> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1)) * MILLIS.get(matcher.group(2)))
                : Optional.empty();
    }

    /** The shortest form, e.g. {@code 5m}. */
    public static String text(long millis) {
        for (String unit : new String[] {"w", "d", "h", "m", "s"}) {
            if (millis != 0 && millis % MILLIS.get(unit) == 0) {
                return millis / MILLIS.get(unit) + unit;
            }
        }
        return millis + "ms";
    }
}
