package org.cryptosmarttrader.features.index;

import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.features.FactFeature;

/**
 * What holders of perpetual futures on the asset last paid for the position: positive if longs paid shorts.
 *
 * <p>Column {@code funding_last}.
 */
public record FundingRate() implements FactFeature {

    /** Name of the metric, of the asset. */
    public static final String METRIC = "funding_rate";

    private static final int OLDEST_HOURS = 36;

    @Override
    public String name() {
        return "funding_last";
    }

    @Override
    public String unit() {
        return "share per 8 h";
    }

    @Override
    public String meaning() {
        return "last known funding rate of the perpetual future, at most 12 h old, 36 h of a daily series; after He, Manela, Ross and von Wachter 2022";
    }

    @Override
    public int memoryHours() {
        return OLDEST_HOURS;
    }

    @Override
    public String source() {
        return "index";
    }

    @Override
    public String availability() {
        return "a rate counts from when it was published, the mean of a day from the day's end";
    }

    @Override
    public double value(Facts facts) {
        return facts.latest(METRIC, 12 * 3_600_000L, OLDEST_HOURS * 3_600_000L);
    }
}
