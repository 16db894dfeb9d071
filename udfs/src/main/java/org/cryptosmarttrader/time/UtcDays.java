package org.cryptosmarttrader.time;

import java.time.LocalDate;

/** UTC days as numbers since the epoch and as dates. */
public final class UtcDays {

    private UtcDays() {}

    public static long dayOf(long instant) {
        return Math.floorDiv(instant, TickGrid.DAY);
    }

    public static long start(long epochDay) {
        return epochDay * TickGrid.DAY;
    }

    /** The day as {@code yyyy-MM-dd}. */
    public static String date(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }
}
