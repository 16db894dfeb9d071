package org.cryptosmarttrader.wire.runs;

import org.cryptosmarttrader.wire.Required;

/**
 * How far the output of a run is whole: every row available up to the instant is in a file that can be seen.
 *
 * @param instant epoch milliseconds
 */
public record WholeUpTo(@Required String run, long instant) {

    /** Name of the marker in the output's root. */
    public static String fileName(String run) {
        return "_whole-" + run + ".json";
    }
}
