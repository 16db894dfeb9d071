package org.cryptosmarttrader.features.price;

/** Exponential moving average: the mean of the first values, then a + weight · (x − a). Mutable. */
final class ExponentialAverage {

    private final int period;
    private final double weight;
    private int count;
    private double average;

    private ExponentialAverage(int period, double weight) {
        this.period = period;
        this.weight = weight;
    }

    /** With the customary weight 2 / (period + 1). */
    static ExponentialAverage ofPeriod(int period) {
        return new ExponentialAverage(period, 2.0 / (period + 1));
    }

    /** Wilder's, with the weight 1 / period: ((period − 1) a + x) / period. */
    static ExponentialAverage wilder(int period) {
        return new ExponentialAverage(period, 1.0 / period);
    }

    void add(double value) {
        if (isSeeded()) {
            average += weight * (value - average);
        } else {
            seed(value);
        }
    }

    /** While seeding, the average is still a sum. */
    private void seed(double value) {
        count++;
        average += value;
        if (isSeeded()) {
            average /= period;
        }
    }

    /** Whether as many values came as the period has. */
    boolean isSeeded() {
        return count == period;
    }

    /** NaN until seeded. */
    double value() {
        return isSeeded() ? average : Double.NaN;
    }
}
