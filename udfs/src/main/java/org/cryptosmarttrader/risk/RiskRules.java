package org.cryptosmarttrader.risk;

import java.util.List;

/** The rules of the product in the order in which they are applied. */
public final class RiskRules {

    private RiskRules() {}

    public static List<RiskRule> standard(RiskSettings settings) {
        OrderLimits orders = settings.orders();
        return List.of(
                new DataGapStop(settings.maxDataAgeHours()),
                new KillSwitch(settings.maxDrawdown()),
                new DailyLoss(settings.maxDailyLoss()),
                new PairLimit(settings.maxPairWeight()),
                new AssetLimit(settings.maxAssetWeight()),
                new GroupLimit(settings.maxGroupWeight()),
                new GrossLimit(settings.maxGross()),
                new VolumeLimit(orders.maxVolumeShare()),
                new SpreadLimit(orders.maxSpread()),
                new OpenOrderLimit(orders.maxOpen()),
                new OrderRateLimit(orders.maxPerMinute()),
                new OrderPriceLimit(orders.maxPriceDeviation()));
    }
}
