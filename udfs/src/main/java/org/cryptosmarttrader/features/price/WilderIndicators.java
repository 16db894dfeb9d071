package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Wilder's indicators of 14 bars, seeded anew within the recursive memory; a bar is compared with the one present before
 * it, absent bars are skipped. NaN where gap class M does not allow them.
 *
 * <p>Source: Wilder 1978, New Concepts in Technical Trading Systems; columns {@code rsi_14}, {@code plus_di},
 * {@code atr_14}.
 *
 * @param gain average rise of the close, in quote currency
 * @param loss average fall of the close, in quote currency
 * @param trueRange average true range, in quote currency
 * @param plus directional indicator, 0..100
 * @param minus directional indicator, 0..100
 * @param directionalIndex average directional index, 0..100
 */
record WilderIndicators(
        double gain, double loss, double trueRange, double plus, double minus, double directionalIndex) {

    private static final int PERIOD = 14;
    private static final WilderIndicators NONE =
            new WilderIndicators(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** One pass for all that read from it. */
    static WilderIndicators of(History history) {
        return history.shared(WilderIndicators.class, WilderIndicators::pass);
    }

    private static WilderIndicators pass(History history) {
        if (!GapClass.RECURSIVE.allows(history, GapClass.RECURSIVE_BARS)) {
            return NONE;
        }
        WilderAverages averages = new WilderAverages(PERIOD);
        Window highs = history.window(Column.HIGH, GapClass.RECURSIVE_BARS);
        Window lows = history.window(Column.LOW, GapClass.RECURSIVE_BARS);
        Window closes = history.window(Column.CLOSE, GapClass.RECURSIVE_BARS);
        for (int i = 0; i < closes.length(); i++) {
            if (!Double.isNaN(closes.at(i))) {
                averages.add(highs.at(i), lows.at(i), closes.at(i));
            }
        }
        return averages.indicators();
    }
}
