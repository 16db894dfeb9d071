package org.cryptosmarttrader.risk;

/**
 * No more orders of an account at one tick than may be sent in a minute, ticks being at least that far apart. Sales pass, and
 * count; of buys the largest are served first.
 *
 * @param maxOrders a minute
 */
public record OrderRateLimit(int maxOrders) implements RiskRule {

    @Override
    public String name() {
        return "orders per minute";
    }

    @Override
    public void apply(Exposure exposure) {
        int sent = exposure.sales();
        for (Holding holding : exposure.buysLargestFirst()) {
            if (++sent > maxOrders) {
                exposure.hit(name(), holding, RiskAction.REFUSE, sent, maxOrders);
                holding.keep();
            }
        }
    }
}
