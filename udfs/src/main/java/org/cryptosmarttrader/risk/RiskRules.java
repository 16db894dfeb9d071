package org.cryptosmarttrader.risk;

import java.util.List;

/** The rules of the product in the order in which they are applied. */
public final class RiskRules {

    private RiskRules() {}

    public static List<RiskRule> standard(RiskSettings settings) {
        return List.of(
                new DataGapStop(settings.maxDataAgeHours()),
                new KillSwitch(settings.maxDrawdown()),
                new DailyLoss(settings.maxDailyLoss()),
                new PairLimit(settings.maxPairWeight()),
                new GrossLimit(settings.maxGross()),
                new OpenOrderLimit(settings.maxOpenOrders()),
                new OrderPriceLimit(settings.maxPriceDeviation()));
    }
}
