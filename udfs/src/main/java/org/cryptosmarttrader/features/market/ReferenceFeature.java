package org.cryptosmarttrader.features.market;

import java.util.Locale;
import org.cryptosmarttrader.features.Described;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;

/**
 * A feature taken of a reference asset instead of the pair: the same value for every pair of a quote currency, computed once
 * from the reference's pair in that currency and missing where there is none. Gaps are those of the reference's bars.
 *
 * <p>Columns {@code btc_…}, {@code eth_…}.
 *
 * @param base reference asset, e.g. {@code BTC}
 * @param feature what is taken of it
 */
public record ReferenceFeature(String base, Feature feature) implements Described {

    @Override
    public String name() {
        return base.toLowerCase(Locale.ROOT) + "_" + feature.name();
    }

    @Override
    public String unit() {
        return feature.unit();
    }

    @Override
    public Range range() {
        return feature.range();
    }

    @Override
    public String meaning() {
        return "of %s in the same quote currency: %s".formatted(base, feature.meaning());
    }

    @Override
    public GapClass gapClass() {
        return feature.gapClass();
    }

    @Override
    public int memoryBars() {
        return feature.memoryBars();
    }

    @Override
    public int memoryHours() {
        return feature.memoryHours();
    }

    @Override
    public Class<?> formula() {
        return feature.formula();
    }

    @Override
    public String source() {
        return "%s of %s".formatted(feature.source(), base);
    }

    @Override
    public String availability() {
        return feature.availability();
    }

    @Override
    public String parameters() {
        return feature.parameters();
    }

    /** @param ofReference history of the reference's pair at the decision instant */
    public double value(History ofReference) {
        return feature.value(ofReference);
    }
}
