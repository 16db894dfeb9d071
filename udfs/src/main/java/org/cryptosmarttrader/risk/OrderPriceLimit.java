package org.cryptosmarttrader.risk;

/**
 * No buy that is expected to fill too far from the last close. A market order has no price of its own, so its expected
 * slippage is what is checked.
 *
 * @param maxDeviation fraction of the last close
 */
public record OrderPriceLimit(double maxDeviation) implements RiskRule {

    @Override
    public String name() {
        return "order price";
    }

    @Override
    public void apply(Exposure exposure) {
        for (Holding holding : exposure.holdings()) {
            double slippage = holding.facts().expectedSlippage();
            if (holding.increase() > 0 && !(slippage <= maxDeviation)) {
                exposure.hit(name(), holding, RiskAction.REFUSE, slippage, maxDeviation);
                holding.keep();
            }
        }
    }
}
