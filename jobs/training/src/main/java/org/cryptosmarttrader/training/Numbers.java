package org.cryptosmarttrader.training;

/** Small sums over repeats. */
final class Numbers {

    private Numbers() {}

    /** A number for JSON; null if it does not exist. */
    static Double orNull(double number) {
        return Double.isNaN(number) ? null : number;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of the sample (n − 1); NaN of a single value. */
    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    static double meanDistance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] - y[i]);
        }
        return sum / x.length;
    }
}
