package org.cryptosmarttrader.features.calendar;

/** Coordinate of a point that goes around a circle. */
public enum Phase {
    SIN,
    COS;

    /** @param turns whole turns and their fractions */
    double of(double turns) {
        double angle = 2 * Math.PI * turns;
        return this == SIN ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }

    /** E.g. {@code sin}, the end of a feature's name. */
    String suffix() {
        return this == SIN ? "sin" : "cos";
    }

    /** E.g. {@code sine}. */
    String term() {
        return suffix() + (this == SIN ? "e" : "ine");
    }
}
