package org.cryptosmarttrader.uncertainty;

/**
 * Fits a {@link PlattMap} with a prior that holds it near the identity: the maximum of
 * w · log likelihood − a²/(2 · 0.5²) − (b − 1)²/(2 · 0.5²). Without outcomes it is the identity; undamped fits on few
 * outcomes diverged.
 *
 * <p>Damped Newton steps, halved until the objective falls. It is strictly convex, so the maximum is unique.
 *
 * @param weight of the likelihood, in (0, 1]
 */
public record PlattPrior(double weight) {

    /** Of both a and b. */
    private static final double PRIOR_DEVIATION = 0.5;

    private static final double PRECISION = 1 / (PRIOR_DEVIATION * PRIOR_DEVIATION);
    private static final int MAX_STEPS = 100;
    private static final int MAX_HALVINGS = 40;
    private static final double SMALLEST_STEP = 1e-13;
    private static final double ROUNDING = 1e-12;

    /** @throws IllegalArgumentException if the weight lies outside (0, 1] */
    public PlattPrior {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("platt prior: weight is %s, expected above 0 up to 1".formatted(weight));
        }
    }

    /**
     * The prior of a horizon: labels that overlap say the same thing several times and weigh min(1, 1/(0.3 h)).
     *
     * @param horizonBars the horizon in bars of the grid
     */
    public static PlattPrior of(int horizonBars) {
        return new PlattPrior(Math.min(1, 1 / (0.3 * horizonBars)));
    }

    public PlattMap fit(OutcomeHistogram outcomes) {
        double[] middles = new double[OutcomeHistogram.BINS];
        double[] ups = new double[OutcomeHistogram.BINS];
        double[] downs = new double[OutcomeHistogram.BINS];
        for (int bin = 0; bin < OutcomeHistogram.BINS; bin++) {
            middles[bin] = OutcomeHistogram.middle(bin);
            ups[bin] = outcomes.ups(bin);
            downs[bin] = outcomes.downs(bin);
        }
        return fit(middles, ups, downs);
    }

    /**
     * @param probabilities n forecasts of the forest, within [0, 1]
     * @param ups n weights of outcomes above 0 at each forecast
     * @param downs n weights of the other outcomes at each forecast
     * @return the identity if there is no outcome
     * @throws IllegalArgumentException if the lengths differ, a weight is missing or negative, or a forecast is missing
     */
    public PlattMap fit(double[] probabilities, double[] ups, double[] downs) {
        Objective objective = new Objective(logits(probabilities, ups, downs), ups, downs);
        PlattMap map = PlattMap.IDENTITY;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            double[] step = objective.newtonStep(map);
            map = objective.descend(map, step);
            if (Math.max(Math.abs(step[0]), Math.abs(step[1])) < SMALLEST_STEP) {
                break;
            }
        }
        return map;
    }

    private static double[] logits(double[] probabilities, double[] ups, double[] downs) {
        if (ups.length != probabilities.length || downs.length != probabilities.length) {
            throw new IllegalArgumentException("platt prior: %d forecasts, %d ups, %d downs, expected as many of each"
                    .formatted(probabilities.length, ups.length, downs.length));
        }
        double[] logits = new double[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1 && ups[i] >= 0 && downs[i] >= 0)) {
                throw new IllegalArgumentException(
                        "platt prior: point %d has forecast %s, ups %s, downs %s; leave missing ones out"
                                .formatted(i, probabilities[i], ups[i], downs[i]));
            }
            logits[i] = PlattMap.logit(probabilities[i]);
        }
        return logits;
    }

    /** What is minimised: the negative logarithm of likelihood and prior. */
    private final class Objective {

        private final double[] logits;
        private final double[] ups;
        private final double[] downs;

        Objective(double[] logits, double[] ups, double[] downs) {
            this.logits = logits;
            this.ups = ups;
            this.downs = downs;
        }

        /** Takes the step, or the first of its halves that does not lead up; stays if none does. */
        PlattMap descend(PlattMap from, double[] step) {
            double value = at(from);
            // near the minimum the decrease is smaller than the rounding of the sum
            double highest = value + ROUNDING * value;
            double part = 1;
            for (int halvings = 0; halvings < MAX_HALVINGS; halvings++) {
                PlattMap next = new PlattMap(from.a() + part * step[0], from.b() + part * step[1]);
                if (at(next) <= highest) {
                    return next;
                }
                part /= 2;
            }
            return from;
        }

        private double at(PlattMap map) {
            double sum = 0;
            for (int i = 0; i < logits.length; i++) {
                double logit = map.a() + map.b() * logits[i];
                double surpriseOfUp = Math.max(-logit, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
                sum += ups[i] * surpriseOfUp + downs[i] * (surpriseOfUp + logit);
            }
            return weight * sum + PRECISION / 2 * (map.a() * map.a() + (map.b() - 1) * (map.b() - 1));
        }

        /** The step to the minimum of the parabola that touches the objective here. */
        double[] newtonStep(PlattMap map) {
            double gradientA = 0;
            double gradientB = 0;
            double curveAA = 0;
            double curveAB = 0;
            double curveBB = 0;
            for (int i = 0; i < logits.length; i++) {
                double n = ups[i] + downs[i];
                double p = 1 / (1 + StrictMath.exp(-(map.a() + map.b() * logits[i])));
                double residual = n * p - ups[i];
                double curve = n * p * (1 - p);
                gradientA += residual;
                gradientB += residual * logits[i];
                curveAA += curve;
                curveAB += curve * logits[i];
                curveBB += curve * logits[i] * logits[i];
            }
            gradientA = weight * gradientA + PRECISION * map.a();
            gradientB = weight * gradientB + PRECISION * (map.b() - 1);
            curveAA = weight * curveAA + PRECISION;
            curveAB = weight * curveAB;
            curveBB = weight * curveBB + PRECISION;
            double determinant = curveAA * curveBB - curveAB * curveAB;
            return new double[] {
                (curveAB * gradientB - curveBB * gradientA) / determinant,
                (curveAB * gradientA - curveAA * gradientB) / determinant
            };
        }
    }
}
