package org.cryptosmarttrader.risk;

/**
 * No buy larger than its share of what the pair trades in an hour; what is beyond is not ordered.
 *
 * @param maxShare fraction of the mean quote volume of an hour
 */
public record VolumeLimit(double maxShare) implements RiskRule {

    @Override
    public String name() {
        return "share of volume";
    }

    @Override
    public void apply(Exposure exposure) {
        for (Holding holding : exposure.holdings()) {
            double share = holding.increase() / holding.facts().hourlyVolume();
            if (holding.increase() > 0 && !(share <= maxShare)) {
                boolean isUnknown = Double.isNaN(share);
                exposure.hit(name(), holding, isUnknown ? RiskAction.REFUSE : RiskAction.CUT, share, maxShare);
                holding.scaleIncrease(isUnknown ? 0 : maxShare / share);
            }
        }
    }
}
