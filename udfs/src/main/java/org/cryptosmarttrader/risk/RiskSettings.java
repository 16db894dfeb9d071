package org.cryptosmarttrader.risk;

import org.cryptosmarttrader.domain.SettingFaults;

/**
 * The limits of an account. Stands in conf/risk.yaml.
 *
 * @param maxDataAgeHours age of a pair's newest bar from which no order is made in it, above 0
 * @param maxDrawdown loss from the peak that closes everything, a fraction in (0, 1)
 * @param maxDailyLoss loss of a UTC day from which no risk is added, a fraction in (0, 1)
 * @param maxPairWeight largest position, a fraction of equity in (0, 1]
 * @param maxAssetWeight largest share of an asset in all accounts of a lane, a fraction of their equity in (0, 1]
 * @param maxGroupWeight of pairs that move together, a fraction of equity in (0, 1]
 * @param maxGross all positions together, a fraction of equity in (0, 1]; nothing is borrowed
 * @param orders limits of single orders
 */
public record RiskSettings(
        double maxDataAgeHours,
        double maxDrawdown,
        double maxDailyLoss,
        double maxPairWeight,
        double maxAssetWeight,
        double maxGroupWeight,
        double maxGross,
        OrderLimits orders) {

    /** Hours; one missing hourly bar is common in thin pairs, two are a gap. */
    public static final double MAX_DATA_AGE_HOURS = 2;

    /** Fraction of the peak; a loss that asks for a person to look. */
    public static final double MAX_DRAWDOWN = 0.15;

    /** Fraction of the day's first equity; a fifth of the drawdown, so that one day alone does not trip the switch. */
    public static final double MAX_DAILY_LOSS = 0.03;

    /** Fraction of equity; five pairs at least before everything is invested. */
    public static final double MAX_PAIR_WEIGHT = 0.2;

    /** Fraction of the lane's equity; a pair's share and a quarter more, for the same asset in another currency. */
    public static final double MAX_ASSET_WEIGHT = 0.25;

    /** Fraction of equity; what moves together is one bet, and half is left for others. */
    public static final double MAX_GROUP_WEIGHT = 0.5;

    /** Fraction of equity; spot only, nothing is borrowed. */
    public static final double MAX_GROSS = 1;

    /** @throws IllegalArgumentException naming every setting out of range */
    public RiskSettings {
        SettingFaults faults = new SettingFaults("conf/risk.yaml");
        faults.require(
                maxDataAgeHours > 0 && Double.isFinite(maxDataAgeHours),
                "dataGap.maxAgeHours",
                maxDataAgeHours,
                "hours above 0; write 2");
        fraction(faults, "drawdown.max", maxDrawdown, MAX_DRAWDOWN);
        fraction(faults, "dailyLoss.max", maxDailyLoss, MAX_DAILY_LOSS);
        share(faults, "pair.maxWeight", maxPairWeight, MAX_PAIR_WEIGHT);
        share(faults, "asset.maxWeight", maxAssetWeight, MAX_ASSET_WEIGHT);
        share(faults, "group.maxWeight", maxGroupWeight, MAX_GROUP_WEIGHT);
        share(faults, "gross.max", maxGross, MAX_GROSS);
        faults.throwIfAny();
    }

    public static RiskSettings defaults() {
        return new RiskSettings(
                MAX_DATA_AGE_HOURS,
                MAX_DRAWDOWN,
                MAX_DAILY_LOSS,
                MAX_PAIR_WEIGHT,
                MAX_ASSET_WEIGHT,
                MAX_GROUP_WEIGHT,
                MAX_GROSS,
                OrderLimits.defaults());
    }

    private static void fraction(SettingFaults faults, String key, double value, double example) {
        faults.require(value > 0 && value < 1, key, value, "a fraction in (0, 1); write " + example);
    }

    private static void share(SettingFaults faults, String key, double value, double example) {
        faults.require(value > 0 && value <= 1, key, value, "a fraction of equity in (0, 1]; write " + example);
    }
}
