package org.cryptosmarttrader.labels;

/**
 * The return a decision would have met.
 *
 * @param bar grid index of the bar decided on
 * @param value ln(exit / entry); NaN if the status is a gap
 * @param scaled value in units of the volatility known at the decision over the horizon; NaN if that is unknown or 0
 * @param entryPrice first price at or after the decision, or the next bar's open
 * @param exitPrice last close within the horizon
 * @param entryLagMillis time from the decision to the entry price; negative if the next bar opened before the decision
 * @param afterKnown whether the entry is a price known to lie at or after the decision; otherwise it is the next open
 */
public record Label(
        long bar,
        double value,
        double scaled,
        LabelStatus status,
        double entryPrice,
        double exitPrice,
        long entryLagMillis,
        boolean afterKnown) {

    /** The same label with what a statement makes of it in the place of the return. */
    public Label answering(double newValue, double newScaled) {
        return new Label(bar, newValue, newScaled, status, entryPrice, exitPrice, entryLagMillis, afterKnown);
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }
}
