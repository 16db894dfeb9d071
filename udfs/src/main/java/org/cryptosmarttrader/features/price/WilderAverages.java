package org.cryptosmarttrader.features.price;

/** Wilder's averages over bars that come one after the other, each compared with the one before. Mutable. */
final class WilderAverages {

    private final ExponentialAverage gains;
    private final ExponentialAverage losses;
    private final ExponentialAverage ranges;
    private final DirectionalMovement movement;
    private double previousHigh;
    private double previousLow;
    private double previousClose = Double.NaN;

    WilderAverages(int period) {
        gains = ExponentialAverage.wilder(period);
        losses = ExponentialAverage.wilder(period);
        ranges = ExponentialAverage.wilder(period);
        movement = new DirectionalMovement(period);
    }

    void add(double high, double low, double close) {
        if (!Double.isNaN(previousClose)) {
            double range = trueRange(high, low, previousClose);
            gains.add(DirectionalMovement.positivePart(close - previousClose));
            losses.add(DirectionalMovement.positivePart(previousClose - close));
            ranges.add(range);
            movement.add(high - previousHigh, previousLow - low, range);
        }
        previousHigh = high;
        previousLow = low;
        previousClose = close;
    }

    /** max(H − L, |H − C′|, |L − C′|) = max(H, C′) − min(L, C′), C′ the close before. */
    private static double trueRange(double high, double low, double previousClose) {
        double top = high > previousClose ? high : previousClose;
        double bottom = low < previousClose ? low : previousClose;
        return top - bottom;
    }

    WilderIndicators indicators() {
        return new WilderIndicators(
                gains.value(),
                losses.value(),
                ranges.value(),
                movement.plusIndicator(),
                movement.minusIndicator(),
                movement.index());
    }
}
