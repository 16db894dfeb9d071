package org.cryptosmarttrader.features.index;

import java.util.Arrays;
import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.features.FactFeature;
import org.cryptosmarttrader.history.Window;

/**
 * How unusual the funding rate of a daily series is against the 30 days before.
 *
 * <p>Column {@code funding_z30}.
 */
public record FundingSurprise() implements FactFeature {

    private static final int DAYS = 30;
    private static final int FEWEST_DAYS = 27;
    private static final int OLDEST_HOURS = 36;

    @Override
    public String name() {
        return "funding_z30";
    }

    @Override
    public String unit() {
        return "standard deviations";
    }

    @Override
    public String meaning() {
        return "z-score of the day's mean funding rate against the 30 days before, at least 27 of them known; after He, Manela, Ross and von Wachter 2022";
    }

    @Override
    public int memoryHours() {
        return (DAYS + 1) * 24 + OLDEST_HOURS;
    }

    @Override
    public String source() {
        return "index";
    }

    @Override
    public String availability() {
        return new FundingRate().availability();
    }

    @Override
    public double value(Facts facts) {
        double[] daily = facts.daily(FundingRate.METRIC, DAYS, OLDEST_HOURS * 3_600_000L);
        Window before = Window.of(Arrays.copyOf(daily, DAYS));
        double deviation = before.standardDeviation();
        return before.present() >= FEWEST_DAYS && deviation > 0
                ? (daily[DAYS] - before.mean()) / deviation
                : Double.NaN;
    }
}
