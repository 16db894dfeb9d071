package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;

/**
 * Share of gains in gains and losses of the closes, both as Wilder averages of 14: 100·G / (G + L); missing where
 * nothing moved.
 *
 * <p>Source: Wilder 1978, New Concepts in Technical Trading Systems, section VI; column {@code rsi_14}.
 */
public record RelativeStrengthIndex() implements Feature {

    @Override
    public String name() {
        return "rsi_14";
    }

    @Override
    public String unit() {
        return "per cent";
    }

    @Override
    public Range range() {
        return Range.PERCENT;
    }

    @Override
    public String meaning() {
        return "share of gains in gains plus losses of the close, Wilder averages of 14; Wilder 1978";
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
        WilderIndicators wilder = WilderIndicators.of(history);
        return 100 * wilder.gain() / (wilder.gain() + wilder.loss());
    }
}
