package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Two exponential moving averages of the closes, and one of their difference, seeded anew within the recursive memory;
 * absent bars are skipped. NaN where gap class M does not allow them.
 *
 * <p>Source: Appel 1979; columns {@code ema_dev_p}, {@code macd}.
 *
 * @param fast of 12 bars, in quote currency
 * @param slow of 26 bars, in quote currency
 * @param signal of 9 bars, of fast minus slow, in quote currency
 */
record MovingAverages(double fast, double slow, double signal) {

    static final int FAST = 12;
    static final int SLOW = 26;
    static final int SIGNAL = 9;

    /** One pass for all that read from it. */
    static MovingAverages of(History history) {
        return history.shared(MovingAverages.class, MovingAverages::pass);
    }

    private static MovingAverages pass(History history) {
        if (!GapClass.RECURSIVE.allows(history, GapClass.RECURSIVE_BARS)) {
            return new MovingAverages(Double.NaN, Double.NaN, Double.NaN);
        }
        ExponentialAverage fast = ExponentialAverage.ofPeriod(FAST);
        ExponentialAverage slow = ExponentialAverage.ofPeriod(SLOW);
        ExponentialAverage signal = ExponentialAverage.ofPeriod(SIGNAL);
        Window closes = history.window(Column.CLOSE, GapClass.RECURSIVE_BARS);
        for (int i = 0; i < closes.length(); i++) {
            double close = closes.at(i);
            if (!Double.isNaN(close)) {
                fast.add(close);
                slow.add(close);
                if (slow.isSeeded()) {
                    signal.add(fast.value() - slow.value());
                }
            }
        }
        return new MovingAverages(fast.value(), slow.value(), signal.value());
    }

    /** Fast minus slow. */
    double line() {
        return fast - slow;
    }

    /** @param period {@link #FAST} or {@link #SLOW} */
    double average(int period) {
        return period == FAST ? fast : slow;
    }
}
