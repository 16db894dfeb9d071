package org.cryptosmarttrader.risk;

/**
 * Closes everything once the loss from the peak reaches the limit, and keeps the account closed until a person re-arms it.
 *
 * @param maxDrawdown fraction of the peak equity; reaching it trips the switch
 */
public record KillSwitch(double maxDrawdown) implements RiskRule {

    /** What is latched while the switch is off; whoever re-arms it releases this. */
    public static final String LATCH = "kill switch";

    @Override
    public String name() {
        return LATCH;
    }

    @Override
    public void apply(Exposure exposure) {
        double drawdown = exposure.account().drawdown();
        if (!exposure.isLatched(LATCH) && !(drawdown < maxDrawdown)) {
            exposure.latch(LATCH);
            exposure.hit(name(), RiskAction.CLOSE_ALL, drawdown, maxDrawdown);
        }
        if (exposure.isLatched(LATCH)) {
            exposure.holdings().forEach(holding -> holding.capAt(0));
        }
    }
}
