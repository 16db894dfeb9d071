package org.cryptosmarttrader.ingest.files;

import org.cryptosmarttrader.time.TickGrid;

/** Lengths of bars as file names write them. */
final class Intervals {

    private Intervals() {}

    /**
     * @param text minutes, or a number with {@code m}, {@code h}, {@code d}
     * @return milliseconds
     * @throws BadRow if bars of that length fit no day
     */
    static long parse(String text) throws BadRow {
        long millis = text.matches("[1-9][0-9]{0,5}[mhd]?") ? number(text) * unit(text) : 0;
        if (millis == 0 || TickGrid.DAY % millis != 0) {
            throw new BadRow(Fault.INTERVAL, "bars of %s do not divide a day".formatted(text));
        }
        return millis;
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("[mhd]", ""));
    }

    private static long unit(String text) {
        return text.endsWith("d") ? TickGrid.DAY : text.endsWith("h") ? TickGrid.HOUR : TickGrid.MINUTE;
    }

    /** E.g. {@code 60m}. */
    static String label(long millis) {
        return millis / TickGrid.MINUTE + "m";
    }
}
