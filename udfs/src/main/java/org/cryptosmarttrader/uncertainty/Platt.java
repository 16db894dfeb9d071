package org.cryptosmarttrader.uncertainty;

/**
 * Platt scaling of a score of any range: p = 1 / (1 + exp(A f + B)), fitted to targets that stay short of certainty. Where a
 * probability is to be mended and outcomes are few, {@link PlattPrior} is the one to use: this one has no prior.
 *
 * <p>Source: Platt, Probabilistic Outputs for Support Vector Machines (1999).
 *
 * @param a slope; negative if a higher score means a likelier rise
 * @param b shift
 */
public record Platt(double a, double b) {

    private static final int MAX_STEPS = 100;
    private static final int MAX_HALVINGS = 40;
    private static final double SMALLEST_STEP = 1e-13;
    private static final double ROUNDING = 1e-14;

    /** Added to the diagonal of the curvature: keeps a step finite where all scores are equal. */
    private static final double RIDGE = 1e-12;

    public double probability(double score) {
        return 1 / (1 + StrictMath.exp(a * score + b));
    }

    /** What a rise is fitted to: (rises + 1) / (rises + 2). */
    public static double targetOfRise(long rises) {
        return (rises + 1.0) / (rises + 2);
    }

    /** What any other outcome is fitted to: 1 / (others + 2). */
    public static double targetOfOther(long others) {
        return 1.0 / (others + 2);
    }

    /**
     * The minimum of the cross-entropy, by damped Newton steps: each is halved until the cross-entropy does not rise.
     *
     * @param scores n, finite
     * @param ups n outcomes: 1 above 0, 0 otherwise
     * @throws IllegalArgumentException if the lengths differ or a score or an outcome is missing
     */
    public static Platt fit(double[] scores, double[] ups) {
        double[] targets = targets(scores, ups);
        Platt fit = new Platt(0, start(ups));
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            double[] step = fit.newtonStep(scores, targets);
            fit = fit.descend(scores, targets, step);
            if (Math.max(Math.abs(step[0]), Math.abs(step[1])) < SMALLEST_STEP) {
                break;
            }
        }
        return fit;
    }

    private static double[] targets(double[] scores, double[] ups) {
        if (scores.length != ups.length) {
            throw new IllegalArgumentException(
                    "platt: %d scores, %d outcomes, expected as many of each".formatted(scores.length, ups.length));
        }
        long rises = rises(scores, ups);
        double[] targets = new double[ups.length];
        for (int i = 0; i < ups.length; i++) {
            targets[i] = ups[i] == 1 ? targetOfRise(rises) : targetOfOther(ups.length - rises);
        }
        return targets;
    }

    private static long rises(double[] scores, double[] ups) {
        long rises = 0;
        for (int i = 0; i < ups.length; i++) {
            if (!Double.isFinite(scores[i]) || (ups[i] != 0 && ups[i] != 1)) {
                throw new IllegalArgumentException("platt: point %d has score %s, outcome %s; leave missing ones out"
                        .formatted(i, scores[i], ups[i]));
            }
            rises += (long) ups[i];
        }
        return rises;
    }

    /** The shift at which every score says the base rate. */
    private static double start(double[] ups) {
        double rises = 0;
        for (double up : ups) {
            rises += up;
        }
        return StrictMath.log((ups.length - rises + 1) / (rises + 1));
    }

    private Platt descend(double[] scores, double[] targets, double[] step) {
        double value = crossEntropy(scores, targets);
        // near the minimum the decrease is smaller than the rounding of the sum
        double highest = value + ROUNDING * value;
        double part = 1;
        for (int halvings = 0; halvings < MAX_HALVINGS; halvings++) {
            Platt next = new Platt(a + part * step[0], b + part * step[1]);
            if (next.crossEntropy(scores, targets) <= highest) {
                return next;
            }
            part /= 2;
        }
        return this;
    }

    private double crossEntropy(double[] scores, double[] targets) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double exponent = a * scores[i] + b;
            double logOfSum = Math.max(exponent, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(exponent)));
            sum += logOfSum - (1 - targets[i]) * exponent;
        }
        return sum;
    }

    private double[] newtonStep(double[] scores, double[] targets) {
        double gradientA = 0;
        double gradientB = 0;
        double curveAA = RIDGE;
        double curveAB = 0;
        double curveBB = RIDGE;
        for (int i = 0; i < scores.length; i++) {
            double p = probability(scores[i]);
            double residual = targets[i] - p;
            double curve = p * (1 - p);
            gradientA += residual * scores[i];
            gradientB += residual;
            curveAA += curve * scores[i] * scores[i];
            curveAB += curve * scores[i];
            curveBB += curve;
        }
        double determinant = curveAA * curveBB - curveAB * curveAB;
        return new double[] {
            (curveAB * gradientB - curveBB * gradientA) / determinant,
            (curveAB * gradientA - curveAA * gradientB) / determinant
        };
    }
}
