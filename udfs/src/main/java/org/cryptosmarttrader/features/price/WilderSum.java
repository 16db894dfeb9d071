package org.cryptosmarttrader.features.price;

/** Wilder's moving sum: the sum of the first period − 1 values, then s − s / period + x. Mutable. */
final class WilderSum {

    private final int period;
    private final double kept;
    private int count;
    private double sum;

    WilderSum(int period) {
        this.period = period;
        this.kept = 1 - 1.0 / period;
    }

    void add(double value) {
        count++;
        sum = isSeeded() ? kept * sum + value : sum + value;
    }

    /** Whether as many values came as the period has: the first after the seed. */
    boolean isSeeded() {
        return count >= period;
    }

    /** NaN until seeded. */
    double value() {
        return isSeeded() ? sum : Double.NaN;
    }
}
