package org.cryptosmarttrader.uncertainty;

/**
 * Platt scaling on the logit: logit p = a + b · logit(p of the forest).
 *
 * <p>Source: Platt, Probabilistic Outputs for Support Vector Machines (1999). See docs/glossary.md, calibration.
 *
 * @param a shift of the logit
 * @param b slope of the logit
 */
public record PlattMap(double a, double b) implements Calibration {

    /** Leaves every probability as it is, up to the clipping. */
    public static final PlattMap IDENTITY = new PlattMap(0, 1);

    static final String KIND = "platt";

    /** Probabilities nearer to 0 or 1 are taken as this near; the logit stays finite. */
    private static final double CLIP = 1e-6;

    /** @throws IllegalArgumentException if a number is not finite */
    public PlattMap {
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            throw new IllegalArgumentException("platt map: a is %s, b is %s, expected numbers".formatted(a, b));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public double[] numbers() {
        return new double[] {a, b};
    }

    @Override
    public double apply(double probability) {
        return 1 / (1 + StrictMath.exp(-(a + b * logit(probability))));
    }

    /** ln(p / (1 − p)) of the clipped probability. */
    static double logit(double probability) {
        double clipped = Math.min(1 - CLIP, Math.max(CLIP, probability));
        return StrictMath.log(clipped / (1 - clipped));
    }
}
