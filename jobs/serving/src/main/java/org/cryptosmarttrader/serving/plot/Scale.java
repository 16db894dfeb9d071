package org.cryptosmarttrader.serving.plot;

/**
 * From values to positions in a drawing, along a straight line.
 *
 * @param from value at {@code start}
 * @param until value at {@code end}
 * @param start position, pixels
 * @param end position, pixels; before {@code start} on an axis that points up
 */
record Scale(double from, double until, double start, double end) {

    double at(double value) {
        return start + (value - from) / (until - from) * (end - start);
    }
}
