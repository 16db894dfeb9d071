package org.cryptosmarttrader.features.index;

import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.features.FactFeature;
import org.cryptosmarttrader.features.Range;

/**
 * The Fear &amp; Greed index, 0 for fear to 1 for greed, or how it changed.
 *
 * <p>Columns {@code fng}, {@code fng_chg_n}.
 *
 * @param days over which it changed, 0 for the index itself
 */
public record FearGreed(int days) implements FactFeature {

    /** Name of the metric, of the whole market. */
    public static final String METRIC = "fear_greed";

    private static final int OLDEST_HOURS = 48;
    private static final long OLDEST_MILLIS = OLDEST_HOURS * 3_600_000L;

    @Override
    public String name() {
        return days == 0 ? "fng" : "fng_chg_" + days;
    }

    @Override
    public String unit() {
        return days == 0 ? "index, 0..1" : "index";
    }

    @Override
    public Range range() {
        return days == 0 ? Range.UNIT : Range.SIGNED_UNIT;
    }

    @Override
    public String meaning() {
        return days == 0
                ? "Fear & Greed index / 100, at most 48 h old; alternative.me"
                : "change of the Fear & Greed index / 100 over %d days; alternative.me".formatted(days);
    }

    @Override
    public int memoryHours() {
        return days * 24 + 24 + OLDEST_HOURS;
    }

    @Override
    public String source() {
        return "index";
    }

    @Override
    public String availability() {
        return "the value of a day counts from the day's end";
    }

    @Override
    public double value(Facts market) {
        double[] values = market.daily(METRIC, days, OLDEST_MILLIS);
        double newest = values[values.length - 1];
        return (days == 0 ? newest : newest - values[0]) / 100;
    }
}
