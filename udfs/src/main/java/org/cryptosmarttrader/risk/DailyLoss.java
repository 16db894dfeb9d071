package org.cryptosmarttrader.risk;

/**
 * No new risk for the rest of the UTC day once the loss since its first tick reaches the limit, even if it is made good.
 *
 * @param maxLoss fraction of the equity at the first tick of the day; reaching it is a hit
 */
public record DailyLoss(double maxLoss) implements RiskRule {

    @Override
    public String name() {
        return "daily loss";
    }

    @Override
    public void apply(Exposure exposure) {
        double loss = exposure.account().dayLoss();
        if (exposure.account().firstOfDay()) {
            exposure.release(name());
        }
        if (!exposure.isLatched(name()) && !(loss < maxLoss)) {
            exposure.latch(name());
            exposure.hit(name(), RiskAction.NO_NEW_RISK, loss, maxLoss);
        }
        if (exposure.isLatched(name())) {
            exposure.holdings().forEach(Holding::keep);
        }
    }
}
