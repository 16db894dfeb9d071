package org.cryptosmarttrader.features.price;

/**
 * Wilder's directional movement system: how far highs rise and lows fall, each as a share of the true range, and how
 * much one direction outweighs the other. Each is a moving sum: the sum of the first period − 1 values, then
 * s − s / period + x. Mutable.
 *
 * <p>Source: Wilder 1978, section IV; columns {@code plus_di}, {@code minus_di}, {@code adx}. The sums are seeded
 * as in TA-Lib; Wilder's book seeds them with one value more.
 */
final class DirectionalMovement {

    private final int period;
    private final ExponentialAverage imbalances;
    private int count;
    private double rises;
    private double falls;
    private double ranges;
    private double imbalance;

    DirectionalMovement(int period) {
        this.period = period;
        this.imbalances = ExponentialAverage.wilder(period);
    }

    /**
     * @param up high minus the high before
     * @param down the low before minus low
     * @param range true range
     */
    void add(double up, double down, double range) {
        count++;
        double kept = count < period ? 1 : 1 - 1.0 / period;
        rises = kept * rises + (up > down ? positivePart(up) : 0);
        falls = kept * falls + (down > up ? positivePart(down) : 0);
        ranges = kept * ranges + range;
        if (count >= period) {
            imbalances.add(imbalance());
        }
    }

    /** 100 · |+DI − −DI| / (+DI + −DI); without any movement the one before, at first 0. */
    private double imbalance() {
        double both = rises + falls;
        if (both > 0) {
            imbalance = 100 * Math.abs(rises - falls) / both;
        }
        return imbalance;
    }

    /** x if it is above 0, otherwise 0. */
    static double positivePart(double x) {
        return (Math.abs(x) + x) / 2;
    }

    /** 100 · rises / ranges; NaN if nothing moved. */
    double plusIndicator() {
        return 100 * rises / ranges;
    }

    /** 100 · falls / ranges; NaN if nothing moved. */
    double minusIndicator() {
        return 100 * falls / ranges;
    }

    /** NaN if nothing moved. */
    double index() {
        return ranges > 0 ? imbalances.value() : Double.NaN;
    }
}
