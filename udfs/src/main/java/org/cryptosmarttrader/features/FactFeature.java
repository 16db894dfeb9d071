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

    /** The value, NaN where the facts do not allow one; never infinite. */
    double value(Facts facts);
}
