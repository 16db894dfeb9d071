package org.cryptosmarttrader.features.market;

import java.util.Arrays;
import org.cryptosmarttrader.features.CrossSectionFeature;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Window;

/**
 * Share of the money traded in all pairs that was traded in this one.
 *
 * <p>Source: Herfindahl 1950, Concentration in the steel industry, whose index sums the squares of such shares; column {@code xs_share_voln}.
 *
 * @param bars window, at least 1
 */
public record VolumeShare(int bars) implements CrossSectionFeature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public VolumeShare {
        Feature.checkWindow("volume share", bars, 1);
    }

    @Override
    public String name() {
        return "xs_share_vol" + bars;
    }

    @Override
    public String unit() {
        return "share of money traded";
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public String meaning() {
        return "money traded in the last %d bars over that of all pairs of one quote currency; after Herfindahl 1950"
                .formatted(bars);
    }

    @Override
    public Feature input() {
        return new QuoteVolume(bars);
    }

    @Override
    public double[] values(double[] inputs) {
        boolean isEnough = CrossSectionFeature.members(inputs) >= MINIMUM_MEMBERS;
        double all = isEnough ? Window.of(inputs).sum() : Double.NaN;
        return Arrays.stream(inputs).map(input -> input / all).toArray();
    }
}
