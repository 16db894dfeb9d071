package org.cryptosmarttrader.features;

import org.cryptosmarttrader.facts.Facts;

/**
 * One number known of an asset, or of the market, beside prices: a pure function of its facts. Evaluated once per asset and
 * tick, whatever pairs the asset is traded in.
 */
public interface FactFeature extends Described {

    @Override
    default GapClass gapClass() {
        return GapClass.AS_OF;
    }

    @Override
    default int memoryBars() {
        return 0;
    }

    /** What it is computed from, e.g. {@code daily metrics}; no bars, so there is no default. */
    @Override
    String source();

    /** When what it is computed from may be used, in one sentence. */
    @Override
    String availability();

    /** The value, NaN where the facts do not allow one; never infinite. */
    double value(Facts facts);
}
