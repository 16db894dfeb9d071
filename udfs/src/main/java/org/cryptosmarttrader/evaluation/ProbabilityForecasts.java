package org.cryptosmarttrader.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecast probabilities of a rise beside what happened and beside what the base rate would have said, and the scores that
 * follow. Every score rests on the same rows; without any it is NaN.
 *
 * <p>Immutable.
 */
public final class ProbabilityForecasts {

    /** Bins of the reliability diagram and of the calibration error, of equal width. */
    public static final int BINS = 10;

    private static final double CLIP = 1e-15;

    private final double[] probabilities;
    private final double[] ups;
    private final double[] climatologies;
    private final int leftOut;

    private ProbabilityForecasts(double[] probabilities, double[] ups, double[] climatologies, int leftOut) {
        this.probabilities = probabilities;
        this.ups = ups;
        this.climatologies = climatologies;
        this.leftOut = leftOut;
    }

    /**
     * Rows in which all three are known; the others are left out and counted.
     *
     * @param probabilities n forecasts of a return above 0
     * @param ups n outcomes: 1 above 0, 0 otherwise, NaN unknown
     * @param climatologies n base rates: the up-share of the training labels of the forest that made the forecast
     * @throws IllegalArgumentException if the lengths differ, a probability lies outside [0, 1] or an outcome is another
     */
    public static ProbabilityForecasts of(double[] probabilities, double[] ups, double[] climatologies) {
        int n = probabilities.length;
        if (ups.length != n || climatologies.length != n) {
            throw new IllegalArgumentException(
                    "forecasts: %d probabilities, %d outcomes, %d base rates, expected as many of each"
                            .formatted(n, ups.length, climatologies.length));
        }
        double[][] known = new double[3][n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isNaN(probabilities[i] + ups[i] + climatologies[i])) {
                check(i, probabilities[i], ups[i], climatologies[i]);
                known[0][size] = probabilities[i];
                known[1][size] = ups[i];
                known[2][size++] = climatologies[i];
            }
        }
        return new ProbabilityForecasts(
                Arrays.copyOf(known[0], size), Arrays.copyOf(known[1], size), Arrays.copyOf(known[2], size), n - size);
    }

    private static void check(int row, double probability, double up, double climatology) {
        boolean isShare = probability >= 0 && probability <= 1 && climatology >= 0 && climatology <= 1;
        if (!isShare || (up != 0 && up != 1)) {
            throw new IllegalArgumentException(
                    "forecasts: row %d has probability %s, outcome %s, base rate %s; expected 0 to 1, 0 or 1, 0 to 1"
                            .formatted(row, probability, up, climatology));
        }
    }

    /** Number of rows the scores rest on. */
    public int count() {
        return probabilities.length;
    }

    /** Number of rows in which something was missing. */
    public int leftOut() {
        return leftOut;
    }

    /** Share of outcomes above 0. */
    public double upShare() {
        double sum = 0;
        for (double up : ups) {
            sum += up;
        }
        return sum / ups.length;
    }

    /** Brier score: mean (p − y)². */
    public double brier() {
        return brier(probabilities);
    }

    /** 1 − Brier / Brier of the base rates; NaN if the base rates were never wrong. */
    public double brierSkill() {
        double reference = brier(climatologies);
        return reference > 0 ? 1 - brier() / reference : Double.NaN;
    }

    private double brier(double[] forecasts) {
        double sum = 0;
        for (int i = 0; i < forecasts.length; i++) {
            sum += (forecasts[i] - ups[i]) * (forecasts[i] - ups[i]);
        }
        return sum / forecasts.length;
    }

    /** Mean −ln of the probability given to what happened; certainty counts as nearly certain. */
    public double logLoss() {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double clipped = Math.min(1 - CLIP, Math.max(CLIP, probabilities[i]));
            sum -= StrictMath.log(ups[i] == 1 ? clipped : 1 - clipped);
        }
        return sum / probabilities.length;
    }

    /** The reliability diagram: {@value #BINS} bins by rising probability. */
    public List<ReliabilityBin> reliability() {
        int[] n = new int[BINS];
        double[] probability = new double[BINS];
        double[] up = new double[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.min(BINS - 1, (int) (BINS * probabilities[i]));
            n[bin]++;
            probability[bin] += probabilities[i];
            up[bin] += ups[i];
        }
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(new ReliabilityBin(n[bin], probability[bin] / n[bin], up[bin] / n[bin]));
        }
        return bins;
    }

    /** Expected calibration error: mean distance from the diagonal, weighted by the forecasts in each bin. */
    public double calibrationError() {
        double sum = 0;
        for (ReliabilityBin bin : reliability()) {
            if (bin.n() > 0) {
                sum += bin.n() * bin.error();
            }
        }
        return sum / probabilities.length;
    }

    /**
     * Area under the ROC curve: how often a rise was given the higher probability than a fall, equal ones by half.
     *
     * @return NaN unless both happened
     */
    public double areaUnderCurve() {
        double[] ofRises = sorted(1);
        double[] ofFalls = sorted(0);
        long below = 0;
        long notAbove = 0;
        long wonTwice = 0;
        for (double probability : ofRises) {
            while (below < ofFalls.length && ofFalls[(int) below] < probability) {
                below++;
            }
            while (notAbove < ofFalls.length && ofFalls[(int) notAbove] <= probability) {
                notAbove++;
            }
            wonTwice += below + notAbove;
        }
        return wonTwice / (2.0 * ofRises.length * ofFalls.length);
    }

    private double[] sorted(double outcome) {
        double[] sorted = new double[probabilities.length];
        int size = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (ups[i] == outcome) {
                sorted[size++] = probabilities[i];
            }
        }
        sorted = Arrays.copyOf(sorted, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
