package org.cryptosmarttrader.risk;

/**
 * No asset is more than its share of a lane, whatever it is quoted in; what has grown beyond is cut back.
 *
 * @param maxWeight fraction of the equity of all accounts of the lane
 */
public record AssetLimit(double maxWeight) implements RiskRule {

    @Override
    public String name() {
        return "asset limit";
    }

    @Override
    public void apply(Exposure exposure) {
        for (Holding holding : exposure.holdings()) {
            PairFacts facts = holding.facts();
            double room = Math.max(0, maxWeight * facts.laneEquity() - facts.elsewhere());
            if (!(holding.target() <= room)) {
                exposure.hit(
                        name(),
                        holding,
                        RiskAction.CUT,
                        (holding.target() + facts.elsewhere()) / facts.laneEquity(),
                        maxWeight);
                holding.capAt(Double.isNaN(room) ? 0 : room);
            }
        }
    }
}
