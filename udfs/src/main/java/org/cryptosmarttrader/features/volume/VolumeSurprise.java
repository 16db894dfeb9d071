package org.cryptosmarttrader.features.volume;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * How unusual the volume of the bar is: z-score of ln V; missing where it never differs.
 *
 * <p>Source: the logarithm after Ajinkya and Jain 1989, The behavior of daily stock market trading volume;
 * column {@code vol_z_n}.
 *
 * @param bars window, at least 2
 */
public record VolumeSurprise(int bars) implements Feature {

    /** @throws IllegalArgumentException if {@code bars} is below 2 or beyond the memory */
    public VolumeSurprise {
        Feature.checkWindow("volume surprise", bars, 2);
    }

    @Override
    public String name() {
        return "vol_z_" + bars;
    }

    @Override
    public String unit() {
        return "standard deviations";
    }

    @Override
    public String meaning() {
        return "z-score of ln volume over the last %d bars; Ajinkya and Jain 1989".formatted(bars);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.WINDOW;
    }

    @Override
    public int memoryBars() {
        return bars;
    }

    @Override
    public double value(History history) {
        if (!gapClass().allows(history, bars)) {
            return Double.NaN;
        }
        return history.window(Column.LOG_VOLUME, bars).zScoreOfLast();
    }
}
