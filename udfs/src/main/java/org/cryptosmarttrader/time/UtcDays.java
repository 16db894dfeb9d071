package org.cryptosmarttrader.time;

import java.time.DayOfWeek;
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

    public static boolean isMonday(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getDayOfWeek() == DayOfWeek.MONDAY;
    }

    /** The day as {@code yyyy-MM-dd}. */
    public static String date(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }
}
