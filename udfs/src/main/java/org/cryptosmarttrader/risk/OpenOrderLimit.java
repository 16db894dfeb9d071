package org.cryptosmarttrader.risk;

/**
 * No more buy orders than may be open at a time; pairs are served in their natural order. Sales pass, and count.
 *
 * <p>Ticks are at least a minute apart, so the limit also keeps within the 30 orders a minute.
 *
 * @param maxOrders open orders of an account
 */
public record OpenOrderLimit(int maxOrders) implements RiskRule {

    @Override
    public String name() {
        return "open orders";
    }

    @Override
    public void apply(Exposure exposure) {
        long sales = exposure.holdings().stream()
                .filter(holding -> holding.change() < 0)
                .count();
        long open = exposure.account().openOrders() + sales;
        for (Holding holding : exposure.holdings()) {
            if (holding.increase() > 0 && ++open > maxOrders) {
                exposure.hit(name(), holding, RiskAction.REFUSE, open, maxOrders);
                holding.keep();
            }
        }
    }
}
