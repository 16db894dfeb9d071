package org.cryptosmarttrader.features.onchain;

import java.util.Arrays;
import org.cryptosmarttrader.history.Window;

/** How the newest of daily values is set against those before it. */
public enum DailyChange {
    /** (newest − mean) / sd of the 30 days before it, at least 27 of them known. */
    Z_30("z30", "standard deviations", "z-score against the 30 days before", 30) {
        @Override
        double of(double[] daily) {
            Window before = Window.of(Arrays.copyOf(daily, daily.length - 1));
            double deviation = before.standardDeviation();
            return before.present() >= FEWEST_DAYS && deviation > 0
                    ? (daily[daily.length - 1] - before.mean()) / deviation
                    : Double.NaN;
        }
    },
    CHANGE_1("chg1", "log change", "change in ln over a day", 1),
    CHANGE_7("chg7", "log change", "change in ln over 7 days", 7);

    private static final int FEWEST_DAYS = 27;

    private final String id;
    private final String unit;
    private final String meaning;
    private final int days;

    DailyChange(String id, String unit, String meaning, int days) {
        this.id = id;
        this.unit = unit;
        this.meaning = meaning;
        this.days = days;
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }

    String meaning() {
        return meaning;
    }

    /** Days before the newest that are looked at. */
    int days() {
        return days;
    }

    /**
     * @param daily values of {@link #days()} + 1 days, the newest last, NaN where a day has none
     * @return NaN where they do not allow one; of levels that are not positive there is no change in ln
     */
    double of(double[] daily) {
        double first = daily[0];
        double last = daily[daily.length - 1];
        return first > 0 && last > 0 ? StrictMath.log(last / first) : Double.NaN;
    }
}
