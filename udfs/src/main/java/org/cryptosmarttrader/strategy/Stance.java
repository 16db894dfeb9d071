package org.cryptosmarttrader.strategy;

/**
 * What a strategy wants of one sleeve. See docs/glossary.md, sleeve.
 *
 * @param action what to do
 * @param weight fraction of equity to hold; 0 unless the action is {@link Action#LONG}
 */
public record Stance(Action action, double weight) {

    public static final Stance HOLD = new Stance(Action.HOLD, 0);
    public static final Stance EXIT = new Stance(Action.EXIT, 0);

    /** What to do with a sleeve. */
    public enum Action {
        /** Hold the weight, from now for a whole horizon. */
        LONG,
        /** Keep the quantity there is. */
        HOLD,
        /** Hold nothing. */
        EXIT
    }

    /** What a strategy wants and may have: where the lane's gates do not pass nothing new is bought, whatever it says. */
    public static Stance of(Strategy strategy, Outlook outlook) {
        Stance stance = strategy.stance(outlook);
        return stance.action == Action.LONG && !outlook.gatesPass() ? HOLD : stance;
    }

    public static Stance longOf(double weight) {
        return new Stance(Action.LONG, weight);
    }
}
