package org.cryptosmarttrader.judgement;

import org.cryptosmarttrader.uncertainty.Interval;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.uncertainty.SplitConformal;

/**
 * The distribution a forecast stands for: forecast ± conformal quantiles of past errors. Log returns; NaN without a
 * forecast, infinite where errors are too few to tell.
 *
 * @param q05 5 % quantile, and so on
 * @param q50 the forecast itself
 */
public record Quantiles(double q05, double q10, double q25, double q50, double q75, double q90, double q95) {

    /** By rising level. */
    public double[] toArray() {
        return new double[] {q05, q10, q25, q50, q75, q90, q95};
    }

    /**
     * Half widths of central intervals, in units of volatility.
     *
     * @param of90 holds 90 % of the errors, and so on
     */
    record HalfWidths(double of90, double of80, double of50) {

        static HalfWidths of(ScoreHistogram errors) {
            return new HalfWidths(errors.quantile(0.1), errors.quantile(0.2), errors.quantile(0.5));
        }

        Quantiles around(Forecast forecast) {
            Interval widest = interval(forecast, of90);
            Interval wide = interval(forecast, of80);
            Interval narrow = interval(forecast, of50);
            return new Quantiles(
                    widest.lower(),
                    wide.lower(),
                    narrow.lower(),
                    forecast.expectedReturn(),
                    narrow.upper(),
                    wide.upper(),
                    widest.upper());
        }

        private static Interval interval(Forecast forecast, double halfWidth) {
            return SplitConformal.interval(forecast.expectedReturn(), forecast.sigma(), halfWidth);
        }
    }
}
