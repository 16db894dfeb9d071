package org.cryptosmarttrader.labels;

import java.util.Optional;

/**
 * Which of three barriers a price meets first: one above, one below, or the end of time. The barriers are as far away as the
 * market moved of late.
 *
 * <p>Source: López de Prado, Advances in Financial Machine Learning (2018), chapter 3.
 *
 * @param up distance of the upper barrier in units of the volatility over the horizon
 * @param down distance of the lower barrier, likewise
 */
public record TripleBarrier(double up, double down) {

    /** Both one volatility away. */
    public static final TripleBarrier STANDARD = new TripleBarrier(1, 1);

    /** @throws IllegalArgumentException if a distance is not above 0 */
    public TripleBarrier {
        if (!(up > 0 && down > 0)) {
            throw new IllegalArgumentException(
                    "triple barrier: distances are %s and %s, expected above 0".formatted(up, down));
        }
    }

    /**
     * What was met.
     *
     * @param bar index of the bar that met a barrier; −1 if none did
     * @param label 1 the upper, −1 the lower, 0 neither
     * @param value log return at the barrier, or to the last close if neither was met
     */
    public record Touch(int bar, int label, double value) {}

    /** Upper barrier, quote per base. */
    public double upper(double entry, double volatility) {
        return entry * StrictMath.exp(up * volatility);
    }

    /** Lower barrier, quote per base. */
    public double lower(double entry, double volatility) {
        return entry * StrictMath.exp(-down * volatility);
    }

    /**
     * Follows a price from its entry. A bar that meets both barriers counts as having met the lower one first: which came
     * first cannot be told, and the worse is assumed.
     *
     * @param entry price, quote per base
     * @param volatility of the log return over the horizon, known at the decision
     * @param highs of the bars from the entry's to the horizon's last; NaN where no bar came, which is passed over
     * @param lows likewise
     * @param closes likewise
     * @return empty if entry or volatility is missing or not above 0, or no bar came
     */
    public Optional<Touch> follow(double entry, double volatility, double[] highs, double[] lows, double[] closes) {
        if (!(entry > 0 && volatility > 0)) {
            return Optional.empty();
        }
        double upper = upper(entry, volatility);
        double lower = lower(entry, volatility);
        double last = Double.NaN;
        for (int bar = 0; bar < closes.length; bar++) {
            if (lows[bar] <= lower) {
                return Optional.of(new Touch(bar, -1, -down * volatility));
            }
            if (highs[bar] >= upper) {
                return Optional.of(new Touch(bar, 1, up * volatility));
            }
            last = Double.isNaN(closes[bar]) ? last : closes[bar];
        }
        return Double.isNaN(last) ? Optional.empty() : Optional.of(new Touch(-1, 0, StrictMath.log(last / entry)));
    }
}
