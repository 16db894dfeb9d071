package org.cryptosmarttrader.uncertainty;

/**
 * Shrinks a probability towards the base rate: p = c + k (p of the forest − c). With k = 0 it says the base rate alone.
 *
 * <p>See docs/glossary.md, calibration.
 *
 * @param climatology share of matured training labels above 0
 * @param k part of the forest's opinion that is kept, 0 to 1
 */
public record ClimatologyShrink(double climatology, double k) implements Calibration {

    static final String KIND = "climatology-shrink";

    /** @throws IllegalArgumentException if a number lies outside [0, 1] */
    public ClimatologyShrink {
        if (!(climatology >= 0 && climatology <= 1 && k >= 0 && k <= 1)) {
            throw new IllegalArgumentException(
                    "shrink to climatology: climatology is %s, k is %s, expected both from 0 to 1"
                            .formatted(climatology, k));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public double[] numbers() {
        return new double[] {climatology, k};
    }

    @Override
    public double apply(double probability) {
        return climatology + k * (probability - climatology);
    }
}
