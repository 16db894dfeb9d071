package org.cryptosmarttrader.risk;

/**
 * No pair holds more than its share; what has grown beyond is cut back.
 *
 * @param maxWeight fraction of equity
 */
public record PairLimit(double maxWeight) implements RiskRule {

    @Override
    public String name() {
        return "pair limit";
    }

    @Override
    public void apply(Exposure exposure) {
        for (Holding holding : exposure.holdings()) {
            if (holding.target() > maxWeight) {
                exposure.hit(name(), holding, RiskAction.CUT, holding.target(), maxWeight);
                holding.capAt(maxWeight);
            }
        }
    }
}
