package org.cryptosmarttrader.book;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the venue states of a pair. Any of it may be null: then the default holds, and fills say so.
 *
 * <p>Source: Kraken's AssetPairs.
 *
 * @param lotDecimals decimals of a quantity; absent: {@value #LOT_DECIMALS}
 * @param tickSize smallest step of a price; absent: by {@code pairDecimals}
 * @param pairDecimals decimals of a price; both absent: prices are not rounded
 * @param costDecimals decimals of a fee; absent: {@value #COST_DECIMALS}
 * @param orderMin smallest quantity; absent: none
 * @param costMin smallest quantity times price; absent: none
 * @param fees the pair's own tables; absent: those of conf/execution.yaml
 */
public record PairRules(
        Integer lotDecimals,
        BigDecimal tickSize,
        Integer pairDecimals,
        Integer costDecimals,
        BigDecimal orderMin,
        BigDecimal costMin,
        FeeSchedule fees)
        implements Serializable {

    /** Decimals; what Kraken states for nearly every pair. */
    public static final int LOT_DECIMALS = 8;

    /** Decimals; fine enough that rounding never matters. */
    public static final int COST_DECIMALS = 8;

    /** A pair nothing was recorded of. */
    public static final PairRules UNKNOWN = new PairRules(null, null, null, null, null, null, null);

    /**
     * An order as it may be sent.
     *
     * @param refusal null if it may
     */
    public record Rounded(BigDecimal price, BigDecimal quantity, OrderReason refusal) {}

    /** Whether anything but fees is left to defaults. */
    public boolean isIncomplete() {
        boolean statesPrice = tickSize != null || pairDecimals != null;
        return lotDecimals == null || !statesPrice || costDecimals == null || orderMin == null || costMin == null;
    }

    /** Rounds an order: quantity down, the price of a buy down and of a sell up. Minima are checked on what comes out. */
    public Rounded round(Side side, BigDecimal price, BigDecimal quantity) {
        BigDecimal rounded = toStep(price, side.inFavour());
        BigDecimal lots = toLots(quantity);
        return new Rounded(rounded, lots, refusal(rounded, lots));
    }

    private OrderReason refusal(BigDecimal price, BigDecimal quantity) {
        if (quantity.signum() <= 0 || orderMin != null && quantity.compareTo(orderMin) < 0) {
            return OrderReason.ORDERMIN;
        }
        boolean tooCheap = costMin != null && quantity.multiply(price).compareTo(costMin) < 0;
        return tooCheap ? OrderReason.COSTMIN : null;
    }

    /** A price of the model as it is paid: rounded in the trader's disfavour. */
    BigDecimal paid(Side side, BigDecimal price) {
        return toStep(price, side.against());
    }

    BigDecimal toLots(BigDecimal quantity) {
        return quantity.setScale(lots(), RoundingMode.DOWN);
    }

    int lots() {
        return lotDecimals == null ? LOT_DECIMALS : lotDecimals;
    }

    int costs() {
        return costDecimals == null ? COST_DECIMALS : costDecimals;
    }

    private BigDecimal toStep(BigDecimal price, RoundingMode mode) {
        if (tickSize != null) {
            return price.divide(tickSize, 0, mode).multiply(tickSize);
        }
        return pairDecimals == null ? price : price.setScale(pairDecimals, mode);
    }
}
