package org.cryptosmarttrader.evaluation;

/**
 * Mean, spread and shape of a list.
 *
 * @param mean NaN if the list is empty
 * @param standardDeviation of the sample (n − 1); NaN if the list does not vary
 * @param skewness of the population; NaN if the list does not vary
 * @param kurtosis of the population, 3 for a normal distribution; NaN if the list does not vary
 */
record Moments(double mean, double standardDeviation, double skewness, double kurtosis) {

    static Moments of(double[] values) {
        int n = values.length;
        double sum = 0;
        boolean varies = false;
        for (double value : values) {
            sum += value;
            varies |= value != values[0];
        }
        double mean = sum / n;
        // the rounded mean of equal values may lie beside them and feign a spread
        double m2 = varies ? central(values, mean, 2) / n : 0;
        if (!(m2 > 0)) {
            return new Moments(mean, Double.NaN, Double.NaN, Double.NaN);
        }
        double deviation = Math.sqrt(m2 * n / (n - 1));
        double skewness = central(values, mean, 3) / n / (m2 * Math.sqrt(m2));
        return new Moments(mean, deviation, skewness, central(values, mean, 4) / n / (m2 * m2));
    }

    /** Σ (x − mean)^power. */
    private static double central(double[] values, double mean, int power) {
        double sum = 0;
        for (double value : values) {
            double term = 1;
            for (int factor = 0; factor < power; factor++) {
                term *= value - mean;
            }
            sum += term;
        }
        return sum;
    }
}
