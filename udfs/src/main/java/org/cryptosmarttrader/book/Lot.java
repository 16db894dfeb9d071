package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one buy brought.
 *
 * @param quantity in base currency, above 0
 * @param cost paid for it in quote currency, fee included
 */
record Lot(BigDecimal quantity, BigDecimal cost) {

    /** Decimals of the cost of a part; what rounding takes from one part stays with the rest. */
    private static final int DECIMALS = 18;

    /** The share of the cost that belongs to a part of the quantity; the same for equal costs, whatever zeros they end with. */
    BigDecimal costOf(BigDecimal part) {
        int scale = Math.max(DECIMALS, cost.stripTrailingZeros().scale());
        return cost.multiply(part).divide(quantity, scale, RoundingMode.HALF_EVEN);
    }

    Lot without(BigDecimal part) {
        return new Lot(quantity.subtract(part), cost.subtract(costOf(part)));
    }
}
