package org.cryptosmarttrader.evaluation;

import org.cryptosmarttrader.time.TickGrid;

/**
 * Exponentially weighted volatility of one pair: what a return weighs falls by 6 % a day, taken bar by bar. A bar without a
 * return leaves it as it was.
 *
 * <p>Unit: log return per square root of a bar. Not thread-safe.
 *
 * <p>Source: J.P. Morgan, RiskMetrics Technical Document (1996), λ = 0.94 on daily data.
 */
public final class EwmaVolatility {

    private static final double DECAY_PER_DAY = 0.94;

    private final double decay;
    private final long barsPerDay;
    private double squares;
    private double weights;
    private long seen;

    public EwmaVolatility(TickGrid grid) {
        this.decay = StrictMath.pow(DECAY_PER_DAY, (double) grid.intervalMillis() / TickGrid.DAY);
        this.barsPerDay = Math.max(1, TickGrid.DAY / grid.intervalMillis());
    }

    /** @param logReturn of the next bar; NaN if it is missing */
    public void add(double logReturn) {
        if (!Double.isNaN(logReturn)) {
            squares = decay * squares + logReturn * logReturn;
            weights = decay * weights + 1;
            seen++;
        }
    }

    /** NaN until a day of returns was seen, or if none moved. */
    public double value() {
        return seen >= barsPerDay && squares > 0 ? Math.sqrt(squares / weights) : Double.NaN;
    }
}
