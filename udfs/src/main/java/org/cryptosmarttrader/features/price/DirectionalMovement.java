package org.cryptosmarttrader.features.price;

/**
 * Wilder's directional movement system: how far highs rise and lows fall, each as a share of the true range, and how much
 * one direction outweighs the other. Mutable.
 *
 * <p>Source: Wilder 1978, section IV; definitions C, {@code plus_di}, {@code minus_di}, {@code adx}. The sums are seeded with
 * 13 values, as TA-Lib does; Wilder's book has 14.
 */
final class DirectionalMovement {

    private final WilderSum rises;
    private final WilderSum falls;
    private final WilderSum ranges;
    private final ExponentialAverage imbalances;
    private double imbalance;

    DirectionalMovement(int period) {
        rises = new WilderSum(period);
        falls = new WilderSum(period);
        ranges = new WilderSum(period);
        imbalances = ExponentialAverage.wilder(period);
    }

    /**
     * @param up high minus the high before
     * @param down the low before minus low
     * @param range true range
     */
    void add(double up, double down, double range) {
        rises.add(up > down ? positivePart(up) : 0);
        falls.add(down > up ? positivePart(down) : 0);
        ranges.add(range);
        if (ranges.isSeeded()) {
            imbalances.add(imbalance());
        }
    }

    /** 100 · |+DI − −DI| / (+DI + −DI); without any movement the one before, at first 0. */
    private double imbalance() {
        double both = rises.value() + falls.value();
        if (both > 0) {
            imbalance = 100 * Math.abs(rises.value() - falls.value()) / both;
        }
        return imbalance;
    }

    /** x if it is above 0, otherwise 0. */
    static double positivePart(double x) {
        return (Math.abs(x) + x) / 2;
    }

    /** 100 · rises / ranges; NaN if nothing moved. */
    double plusIndicator() {
        return 100 * rises.value() / ranges.value();
    }

    /** 100 · falls / ranges; NaN if nothing moved. */
    double minusIndicator() {
        return 100 * falls.value() / ranges.value();
    }

    /** NaN if nothing moved. */
    double index() {
        return ranges.value() > 0 ? imbalances.value() : Double.NaN;
    }
}
