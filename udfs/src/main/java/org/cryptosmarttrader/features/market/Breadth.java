package org.cryptosmarttrader.features.market;

import java.util.Arrays;
import org.cryptosmarttrader.features.CrossSectionFeature;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.features.price.LogReturn;

/**
 * Share of the pairs that rose over the last bars; one value for every row of the tick.
 *
 * <p>Source: advances among issues traded after Zweig 1986, Winning on Wall Street; column {@code breadth_n}.
 *
 * @param bars lag of the return, at least 1
 */
public record Breadth(int bars) implements CrossSectionFeature {

    /** @throws IllegalArgumentException if {@code bars} is below 1 or beyond the memory */
    public Breadth {
        Feature.checkWindow("breadth", bars, 1);
    }

    @Override
    public String name() {
        return "breadth_" + bars;
    }

    @Override
    public String unit() {
        return "share of pairs";
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public String meaning() {
        return "share of the pairs of one quote currency with a log return above 0 over %d bars; Zweig 1986"
                .formatted(bars);
    }

    @Override
    public Feature input() {
        return new LogReturn(bars);
    }

    @Override
    public double[] values(double[] inputs) {
        double[] everywhere = new double[inputs.length];
        Arrays.fill(everywhere, share(inputs));
        return everywhere;
    }

    private static double share(double[] returns) {
        int members = CrossSectionFeature.members(returns);
        int risen = 0;
        for (double logReturn : returns) {
            risen += logReturn > 0 ? 1 : 0;
        }
        return members >= MINIMUM_MEMBERS ? (double) risen / members : Double.NaN;
    }
}
