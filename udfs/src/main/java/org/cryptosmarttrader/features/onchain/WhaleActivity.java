package org.cryptosmarttrader.features.onchain;

import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.facts.Flow;
import org.cryptosmarttrader.features.FactFeature;
import org.cryptosmarttrader.features.Range;

/**
 * Whether a whale moved anything within a day; the older system's {@code whale_activity_detected}.
 *
 * <p>Column {@code whale_activity}.
 */
public record WhaleActivity() implements FactFeature {

    private static final int HOURS = 24;

    @Override
    public String name() {
        return "whale_activity";
    }

    @Override
    public String unit() {
        return "0 or 1";
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public String meaning() {
        return "1 if there was a transfer worth at least the whale threshold within 24 h, 0 if none, missing if the chain was not followed; the older system's whale_activity_detected";
    }

    @Override
    public int memoryHours() {
        return HOURS;
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
        return Math.signum(facts.flows().sum(Flow.WHALE_COUNT, HOURS));
    }
}
