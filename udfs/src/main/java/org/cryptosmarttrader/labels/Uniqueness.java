package org.cryptosmarttrader.labels;

/**
 * How much of a label is its own: the mean over its bars of 1 / number of labels of the same pair alive in that bar. Labels
 * that overlap say partly the same; what they say together then counts once.
 *
 * <p>Source: Lopez de Prado 2018, Advances in financial machine learning, chapter 4.4; definitions F.3.
 */
public final class Uniqueness {

    private Uniqueness() {}

    /**
     * @param first bar of each label of one pair, ascending
     * @param last bar of each label, itself included
     * @return n weights in (0, 1], same order
     * @throws IllegalArgumentException if a label ends before it begins, or begins before the one before it
     */
    public static double[] weights(long[] first, long[] last) {
        if (first.length == 0) {
            return new double[0];
        }
        int[] alive = alive(first, last);
        double[] weights = new double[first.length];
        for (int label = 0; label < weights.length; label++) {
            int from = (int) (first[label] - first[0]);
            int until = (int) (last[label] - first[0]);
            double sum = 0;
            for (int bar = from; bar <= until; bar++) {
                sum += 1.0 / alive[bar];
            }
            weights[label] = sum / (until - from + 1);
        }
        return weights;
    }

    /** Labels alive by bar, from the first label's first bar on. */
    private static int[] alive(long[] first, long[] last) {
        long end = first[0];
        for (int label = 0; label < first.length; label++) {
            requireOrder(first, last, label);
            end = Math.max(end, last[label]);
        }
        int[] alive = new int[Math.toIntExact(end - first[0] + 2)];
        for (int label = 0; label < first.length; label++) {
            alive[(int) (first[label] - first[0])]++;
            alive[(int) (last[label] - first[0]) + 1]--;
        }
        for (int bar = 1; bar < alive.length; bar++) {
            alive[bar] += alive[bar - 1];
        }
        return alive;
    }

    private static void requireOrder(long[] first, long[] last, int label) {
        if (last[label] < first[label] || (label > 0 && first[label] < first[label - 1])) {
            throw new IllegalArgumentException(
                    "uniqueness: label %d lives from bar %d to %d; expected an end not before its beginning, and labels by their beginning"
                            .formatted(label, first[label], last[label]));
        }
    }
}
