package org.cryptosmarttrader.regimes;

/**
 * At which values a machine enters its upper and lower state, and at which it leaves them for the middle.
 *
 * @param enterUpper at or above it the upper state begins
 * @param leaveUpper below it the upper state ends
 * @param leaveLower above it the lower state ends
 * @param enterLower at or below it the lower state begins
 */
public record Thresholds(double enterUpper, double leaveUpper, double leaveLower, double enterLower) {

    /** @throws IllegalArgumentException if they do not fall in this order */
    public Thresholds {
        if (!(enterUpper >= leaveUpper && leaveUpper > leaveLower && leaveLower >= enterLower)) {
            throw new IllegalArgumentException(
                    "regime thresholds: %s, %s, %s, %s, need to fall from entering the upper state to entering the lower"
                            .formatted(enterUpper, leaveUpper, leaveLower, enterLower));
        }
    }

    /** 1 for the upper state, 0 for the middle, −1 for the lower: where a value leads from one of them. */
    int next(int level, double value) {
        if (value >= enterUpper) {
            return 1;
        }
        if (value <= enterLower) {
            return -1;
        }
        boolean isLeft = level > 0 ? value < leaveUpper : value > leaveLower;
        return isLeft ? 0 : level;
    }
}
