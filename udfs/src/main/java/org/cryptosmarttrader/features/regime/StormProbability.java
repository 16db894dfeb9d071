package org.cryptosmarttrader.features.regime;

import java.time.Instant;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * Probability that the market is in the most volatile of its hidden states, filtered forward from the beginning of the last
 * 720 bars; missing up to the end of the span the states were fitted on, and on bars of another length.
 *
 * <p>Source: Hamilton 1989, A new approach to the economic analysis of nonstationary time series; column {@code hmm_storm}.
 *
 * @param model fitted once, long ago
 */
public record StormProbability(HiddenMarkovModel model) implements Feature {

    private static final int BARS = 720;

    @Override
    public String name() {
        return "hmm_storm";
    }

    @Override
    public String unit() {
        return "probability";
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public String meaning() {
        return "filtered probability of the most volatile of %d Gaussian states, fitted until %s, last %d bars; Hamilton 1989"
                .formatted(model.states().size(), Instant.ofEpochMilli(model.fittedUntil()), BARS);
    }

    @Override
    public GapClass gapClass() {
        return GapClass.RETURNS;
    }

    @Override
    public int memoryBars() {
        return BARS + 1;
    }

    @Override
    public String parameters() {
        return model.text();
    }

    @Override
    public double value(History history) {
        boolean isBehindFit = history.grid().end(history.bar()) > model.fittedUntil();
        boolean isOfItsBars = history.grid().intervalMillis() == model.interval();
        return isBehindFit && isOfItsBars && gapClass().allows(history, BARS) ? filtered(history) : Double.NaN;
    }

    private double filtered(History history) {
        HiddenMarkovFilter filter = new HiddenMarkovFilter(model);
        Window returns = history.window(Column.RETURN, BARS);
        for (int i = 0; i < BARS; i++) {
            filter.take(returns.at(i));
        }
        return filter.probability(model.states().size() - 1);
    }
}
