package org.cryptosmarttrader.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/** The rows by rising probability, sorted once for all draws. */
final class Ranking {

    private final double[] probabilities;
    /** 1 above 0, 0 otherwise. */
    private final int[] rose;

    private final int[] periods;

    Ranking(double[] forecasts, double[] ups, int[] periodOf) {
        Integer[] order = new Integer[forecasts.length];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, Comparator.comparingDouble(row -> forecasts[row]));
        this.probabilities = new double[order.length];
        this.rose = new int[order.length];
        this.periods = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            probabilities[i] = forecasts[order[i]];
            rose[i] = ups[order[i]] == 1 ? 1 : 0;
            periods[i] = periodOf[order[i]];
        }
    }

    /** How often a rise was given the higher probability than a fall, equal ones by half. */
    double area(int[] occurrences) {
        long rises = 0;
        long falls = 0;
        long wonTwice = 0;
        for (int from = 0; from < rose.length; ) {
            long risesHere = 0;
            long fallsHere = 0;
            int row = from;
            for (; row < rose.length && probabilities[row] == probabilities[from]; row++) {
                // without a branch: nobody can guess which way a row went
                int times = occurrences[periods[row]];
                int up = times * rose[row];
                risesHere += up;
                fallsHere += times - up;
            }
            wonTwice += risesHere * (2 * falls + fallsHere);
            rises += risesHere;
            falls += fallsHere;
            from = row;
        }
        return wonTwice / (2.0 * rises * falls);
    }
}
