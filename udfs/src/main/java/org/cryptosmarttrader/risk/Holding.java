package org.cryptosmarttrader.risk;

/**
 * What an account holds and wants of one pair, all as fractions of equity. Rules can only lower what is wanted.
 *
 * <p>Mutable, lives for one tick.
 */
public final class Holding {

    private final String pair;
    private final double committed;
    private final double expected;
    private final PairFacts facts;
    private double target;
    private boolean frozen;

    /**
     * @param committed the most that is held if open buys are filled and open sells are not, at the last known close
     * @param expected held once every open order is filled
     * @param wanted to be held after this tick's orders; exactly {@code expected} for no order
     * @param facts about the pair's market
     */
    public Holding(String pair, double committed, double expected, double wanted, PairFacts facts) {
        this.pair = pair;
        this.committed = committed;
        this.expected = expected;
        this.facts = facts;
        this.target = wanted;
    }

    public String pair() {
        return pair;
    }

    /** The most that is held if open buys are filled and open sells are not. */
    public double committed() {
        return committed;
    }

    /** What to hold after this tick's orders. */
    public double target() {
        return target;
    }

    /** What a new order should add, negative to take away; 0 while frozen. */
    public double change() {
        return frozen ? 0 : target - expected;
    }

    /** What a new order would add, at least 0. */
    public double increase() {
        return Math.max(0, change());
    }

    /** About the pair's market. */
    public PairFacts facts() {
        return facts;
    }

    /** Whether everything is to be sold. */
    public boolean isClosing() {
        return !frozen && target == 0;
    }

    void capAt(double weight) {
        target = Math.min(target, weight);
    }

    /** Takes back what is wanted beyond what is expected. */
    void keep() {
        capAt(expected);
    }

    void freeze() {
        frozen = true;
    }

    /** @param factor in [0, 1] */
    void scaleIncrease(double factor) {
        if (increase() > 0) {
            capAt(expected + increase() * factor);
        }
    }

    /** Whether a number an order would rest on is unknown. */
    boolean isUnknown() {
        return Double.isNaN(target) || Double.isNaN(expected);
    }

    /** Forgets a want that is not a number, so that no rule mistakes it for one. */
    void forgetUnknown() {
        target = expected;
        frozen = Double.isNaN(expected);
    }
}
