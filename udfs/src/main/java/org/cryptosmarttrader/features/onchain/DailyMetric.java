package org.cryptosmarttrader.features.onchain;

import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.features.FactFeature;

/**
 * A daily metric of a chain as a provider publishes it, against its own past. Providers revise what they published; files
 * of the past hold the last version.
 *
 * <p>Columns {@code day_…_z30}, {@code day_…_chg1}, {@code day_…_chg7}.
 *
 * @param id short name, part of the column's
 * @param metric the provider's name
 */
public record DailyMetric(String id, String metric, DailyChange change) implements FactFeature {

    private static final long OLDEST_MILLIS = 72 * 3_600_000L;
    private static final int OLDEST_HOURS = 72;

    @Override
    public String name() {
        return "day_%s_%s".formatted(id, change.id());
    }

    @Override
    public String unit() {
        return change.unit();
    }

    @Override
    public String meaning() {
        return "%s of the daily metric %s, as first in the archive, revisable by its provider; Coin Metrics"
                .formatted(change.meaning(), metric);
    }

    @Override
    public int memoryHours() {
        return (change.days() + 1) * 24 + OLDEST_HOURS;
    }

    @Override
    public String source() {
        return "daily metrics";
    }

    @Override
    public String availability() {
        return "a day's value counts from 12 h after the day's end, for 72 h";
    }

    @Override
    public double value(Facts facts) {
        return change.of(facts.daily(metric, change.days(), OLDEST_MILLIS));
    }
}
