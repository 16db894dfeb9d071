package org.cryptosmarttrader.risk;

/**
 * No buy while the quoted spread is too wide.
 *
 * @param maxSpread fraction of the price
 */
public record SpreadLimit(double maxSpread) implements RiskRule {

    @Override
    public String name() {
        return "spread";
    }

    @Override
    public void apply(Exposure exposure) {
        for (Holding holding : exposure.holdings()) {
            double spread = holding.facts().spread();
            if (holding.increase() > 0 && !(spread <= maxSpread)) {
                exposure.hit(name(), holding, RiskAction.REFUSE, spread, maxSpread);
                holding.keep();
            }
        }
    }
}
