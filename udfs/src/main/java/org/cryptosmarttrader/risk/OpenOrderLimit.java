package org.cryptosmarttrader.risk;

/**
 * No more buy orders than may be open at a time; the largest are served first. Sales pass, and count.
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
        int open = exposure.account().openOrders() + exposure.sales();
        for (Holding holding : exposure.buysLargestFirst()) {
            if (++open > maxOrders) {
                exposure.hit(name(), holding, RiskAction.REFUSE, open, maxOrders);
                holding.keep();
            }
        }
    }
}
