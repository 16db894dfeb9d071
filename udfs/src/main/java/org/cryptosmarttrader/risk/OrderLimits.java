package org.cryptosmarttrader.risk;

import org.cryptosmarttrader.domain.SettingFaults;

/**
 * The limits of single orders. Stands under {@code orders} in conf/risk.yaml.
 *
 * @param maxOpen at a time, at least 1
 * @param maxPerMinute sent, at least 1
 * @param maxPriceDeviation of an order's expected price from the last close, a fraction in (0, 1)
 * @param maxVolumeShare of the mean quote volume of an hour, above 0
 * @param maxSpread quoted, a fraction of the price in (0, 1)
 */
public record OrderLimits(
        int maxOpen, int maxPerMinute, double maxPriceDeviation, double maxVolumeShare, double maxSpread) {

    /** Orders; few enough to be watched by a person. */
    public static final int MAX_OPEN = 20;

    /** Orders; within what venues take of a small account. */
    public static final int MAX_PER_MINUTE = 30;

    /** Fraction of the last close; beyond it an order is more likely a mistake than a wish. */
    public static final double MAX_PRICE_DEVIATION = 0.05;

    /** Fraction of an hour's volume; a twentieth in each of the three bars an order lives. */
    public static final double MAX_VOLUME_SHARE = 0.15;

    /** Fraction of the price; ten times what is assumed where none is recorded. */
    public static final double MAX_SPREAD = 0.01;

    /** @throws IllegalArgumentException naming every setting out of range */
    public OrderLimits {
        SettingFaults faults = new SettingFaults("conf/risk.yaml");
        faults.require(maxOpen >= 1, "orders.maxOpen", maxOpen, "a number of at least 1; write 20");
        faults.require(maxPerMinute >= 1, "orders.maxPerMinute", maxPerMinute, "a number of at least 1; write 30");
        faults.require(
                maxPriceDeviation > 0 && maxPriceDeviation < 1,
                "orders.maxPriceDeviation",
                maxPriceDeviation,
                "a fraction in (0, 1); write 0.05");
        faults.require(
                maxVolumeShare > 0 && Double.isFinite(maxVolumeShare),
                "orders.maxVolumeShare",
                maxVolumeShare,
                "a share above 0; write 0.15");
        faults.require(
                maxSpread > 0 && maxSpread < 1, "orders.maxSpread", maxSpread, "a fraction in (0, 1); write 0.01");
        faults.throwIfAny();
    }

    public static OrderLimits defaults() {
        return new OrderLimits(MAX_OPEN, MAX_PER_MINUTE, MAX_PRICE_DEVIATION, MAX_VOLUME_SHARE, MAX_SPREAD);
    }
}
