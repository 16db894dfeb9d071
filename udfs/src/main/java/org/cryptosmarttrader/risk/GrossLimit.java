package org.cryptosmarttrader.risk;

/**
 * All positions together stay within a multiple of equity: new orders are scaled down alike until they fit.
 *
 * <p>Open buys count as held and open sells as not yet sold, so the limit holds whichever of them is filled first. Accounts
 * are long only: gross and net exposure are the same.
 *
 * @param maxGross multiple of equity
 */
public record GrossLimit(double maxGross) implements RiskRule {

    @Override
    public String name() {
        return "gross limit";
    }

    @Override
    public void apply(Exposure exposure) {
        double committed = 0;
        double increase = 0;
        for (Holding holding : exposure.holdings()) {
            committed += holding.committed();
            increase += holding.increase();
        }
        if (increase > 0 && !(committed + increase <= maxGross)) {
            exposure.hit(name(), RiskAction.SCALE, committed + increase, maxGross);
            double room = maxGross - committed;
            double factor = room > 0 ? room / increase : 0;
            exposure.holdings().forEach(holding -> holding.scaleIncrease(factor));
        }
    }
}
