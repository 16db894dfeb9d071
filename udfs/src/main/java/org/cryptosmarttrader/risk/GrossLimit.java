package org.cryptosmarttrader.risk;

/**
 * All positions together stay within a multiple of equity: new orders are scaled down alike until they fit.
 *
 * <p>Accounts are long only: gross and net exposure are the same.
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
        exposure.scale(name(), exposure.holdings(), maxGross);
    }
}
