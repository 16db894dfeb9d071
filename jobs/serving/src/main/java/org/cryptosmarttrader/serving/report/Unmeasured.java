package org.cryptosmarttrader.serving.report;

import java.util.SortedMap;
import java.util.TreeMap;

/** Turns numbers into what a report says: a value, or null and why. Not thread-safe. */
final class Unmeasured {

    private final SortedMap<String, String> reasons = new TreeMap<>();

    /** The value; if it is not a number, null, and the reason is kept under the field's name. */
    Double orNull(String field, double value, String reason) {
        if (Double.isFinite(value)) {
            return value;
        }
        reasons.put(field, reason);
        return null;
    }

    /** The number a report says, NaN where it says none. */
    static double nanIfNull(Double value) {
        return value == null ? Double.NaN : value;
    }

    /** Reasons so far by field. */
    SortedMap<String, String> reasons() {
        return reasons;
    }
}
