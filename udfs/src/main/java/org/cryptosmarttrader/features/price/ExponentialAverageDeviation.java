package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/**
 * Distance of the close from its exponential moving average: ln(C / EMA), the average seeded anew within 240 bars.
 *
 * <p>Source: Appel 1979, The moving average convergence-divergence trading method; column {@code ema_dev_p}.
 *
 * @param period of the average in bars, one of those MACD is made of: 12 or 26
 */
public record ExponentialAverageDeviation(int period) implements Feature {

    /** @throws IllegalArgumentException if {@code period} is not 12 or 26 */
    public ExponentialAverageDeviation {
        if (period != MovingAverages.FAST && period != MovingAverages.SLOW) {
            throw new IllegalArgumentException("exponential average deviation: period is %d, expected %d or %d"
                    .formatted(period, MovingAverages.FAST, MovingAverages.SLOW));
        }
    }

    @Override
    public String name() {
        return "ema_dev_" + period;
    }

    @Override
    public String unit() {
        return "log ratio";
    }

    @Override
    public String meaning() {
        return "ln of the close over its exponential moving average of period %d, seeded anew in 240 bars; Appel 1979"
                .formatted(period);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RECURSIVE;
    }

    @Override
    public int memoryBars() {
        return GapClass.RECURSIVE_BARS;
    }

    @Override
    public double value(History history) {
        return StrictMath.log(
                history.now(Column.CLOSE) / MovingAverages.of(history).average(period));
    }
}
