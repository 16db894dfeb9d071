package org.cryptosmarttrader.risk;

/**
 * What rules may know of a pair's market, and of its asset in the lane's other accounts. A number that is unknown is NaN.
 *
 * @param ageMillis time since the newest bar ended, NaN if there never was one
 * @param expectedSlippage of an order of the largest size, a fraction of the price
 * @param spread quoted, or assumed where none is recorded, a fraction of the price; infinite if nobody bids or asks
 * @param hourlyVolume mean quote volume of an hour, a multiple of equity
 * @param elsewhere what the lane's other accounts hold of the asset, a multiple of this account's equity
 * @param laneEquity of all accounts of the lane in which the asset has a price, a multiple of this account's; at least 1
 * @param group number of the group of pairs that move together, -1 if unknown
 */
public record PairFacts(
        double ageMillis,
        double expectedSlippage,
        double spread,
        double hourlyVolume,
        double elsewhere,
        double laneEquity,
        int group) {

    /** Of a pair of which it is not known which others it moves with. */
    public static final int UNKNOWN_GROUP = -1;
}
