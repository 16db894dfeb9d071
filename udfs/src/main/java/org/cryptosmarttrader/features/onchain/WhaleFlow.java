package org.cryptosmarttrader.features.onchain;

import java.util.Locale;
import org.cryptosmarttrader.facts.Facts;
import org.cryptosmarttrader.facts.Flow;
import org.cryptosmarttrader.features.FactFeature;
import org.cryptosmarttrader.features.Range;

/**
 * Sum of what whales moved over the last hours, as sign(x) · ln(1 + |x|).
 *
 * <p>Columns {@code ln_whale_count_n}, {@code ln_whale_usd_n}, {@code ln_to_exchanges_n}, {@code ln_from_exchanges_n},
 * {@code ln_net_to_exchanges_n}.
 *
 * @param hours 1 to 168
 */
public record WhaleFlow(Flow flow, int hours) implements FactFeature {

    static final String AVAILABILITY =
            "a transfer counts once its block has the confirmations its chain asks for, in imported files one block "
                    + "spacing each and 60 s after its block";

    @Override
    public String name() {
        return "ln_%s_%d".formatted(flow.name().toLowerCase(Locale.ROOT), hours);
    }

    @Override
    public String unit() {
        return flow == Flow.WHALE_COUNT ? "ln(1 + transfers)" : "ln(1 + USD), signed";
    }

    @Override
    public Range range() {
        return flow == Flow.NET_TO_EXCHANGES ? Range.ANY : Range.NOT_NEGATIVE;
    }

    @Override
    public String meaning() {
        return "sum over %d h of transfers worth at least the whale threshold (%s), 0 if none, missing if the chain was not followed; after Griffin and Shams 2020"
                .formatted(hours, flow.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public int memoryHours() {
        return hours;
    }

    @Override
    public String source() {
        return "transfers";
    }

    @Override
    public String availability() {
        return AVAILABILITY;
    }

    @Override
    public double value(Facts facts) {
        double sum = facts.flows().sum(flow, hours);
        return Math.signum(sum) * StrictMath.log(1 + Math.abs(sum));
    }
}
