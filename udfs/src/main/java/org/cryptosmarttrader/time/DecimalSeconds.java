package org.cryptosmarttrader.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Seconds as venues write them, e.g. {@code 1688669597.8277369}, to epoch milliseconds: floored on the decimal text, never
 * through a double, which would round some of them up.
 */
public final class DecimalSeconds {

    /** No exponents: none are on record, and 1e999999999 would fill the memory with zeros. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,30})?");

    private DecimalSeconds() {}

    /**
     * @param text seconds since the epoch, a plain decimal
     * @return milliseconds since the epoch
     * @throws IllegalArgumentException if the text is not a plain decimal number
     */
    public static long toMillis(String text) {
        if (text == null || !DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "time '%s': expected decimal seconds since the epoch, e.g. 1688669597.8277369".formatted(text));
        }
        return new BigDecimal(text)
                .movePointRight(3)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
