package org.cryptosmarttrader.features.onchain;

import java.util.Locale;
import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.facts.Flow;
import org.cryptosmarttrader.features.FactFeature;

/**
 * How unusual what whales moved over the last hours is against the 168 hours before the newest one.
 *
 * <p>Columns {@code whale_count_z_n}, {@code whale_usd_z_n}, {@code to_exchanges_z_n}, …
 *
 * @param hours 1 or 24
 */
public record WhaleSurprise(Flow flow, int hours) implements FactFeature {

    @Override
    public String name() {
        return "%s_z_%d".formatted(flow.name().toLowerCase(Locale.ROOT), hours);
    }

    @Override
    public String unit() {
        return "standard deviations";
    }

    @Override
    public String meaning() {
        return "(sum over %d h − %d mean) / (√%d sd) of %s, mean and sd of 168 hourly values before the newest; after Griffin and Shams 2020"
                .formatted(
                        hours,
                        hours,
                        hours,
                        flow.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public int memoryHours() {
        return 169;
    }

    @Override
    public String source() {
        return "transfers";
    }

    @Override
    public String availability() {
        return WhaleFlow.AVAILABILITY;
    }

    @Override
    public double value(Facts facts) {
        return facts.flows().surprise(flow, hours);
    }
}
