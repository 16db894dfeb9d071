package org.cryptosmarttrader.statements;

/**
 * What became of a statement on one pair, in the form of a return: above 0 if it came true.
 *
 * @param value 1 if it came true, −1 if it did not; NaN if that cannot be said
 * @param scaled size of what it is about, in units of volatility; NaN if it is not known
 */
public record Answer(double value, double scaled) {

    /** Nothing can be said. */
    static final Answer MISSING = new Answer(Double.NaN, Double.NaN);

    static Answer of(boolean isTrue, double scaled) {
        return new Answer(isTrue ? 1 : -1, scaled);
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }
}
