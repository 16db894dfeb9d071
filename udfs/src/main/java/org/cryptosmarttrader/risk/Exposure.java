package org.cryptosmarttrader.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one account holds and wants at a tick: the page on which rules cross out. Pairs stand in their natural order, so
 * the result does not depend on the order in which they were added.
 *
 * <p>A want that is not a number is refused before any rule sees it. Mutable, lives for one tick.
 */
public final class Exposure {

    private final AccountFacts account;
    private final TreeSet<String> latches;
    private final TreeMap<String, Holding> holdings = new TreeMap<>();
    private final List<RiskHit> hits = new ArrayList<>();

    /** @param latches what rules remember of earlier ticks, by name; kept by the caller and changed here */
    public Exposure(AccountFacts account, TreeSet<String> latches) {
        this.account = account;
        this.latches = latches;
    }

    public void add(Holding holding) {
        holdings.put(holding.pair(), holding);
        if (holding.isUnknown()) {
            holding.forgetUnknown();
            hit("not a number", holding, RiskAction.REFUSE, Double.NaN, Double.NaN);
        }
    }

    /** Lets each rule take away, in their order. */
    public void limit(List<RiskRule> rules) {
        rules.forEach(rule -> rule.apply(this));
    }

    public AccountFacts account() {
        return account;
    }

    /** Every pair held, ordered or wanted. */
    public Collection<Holding> holdings() {
        return holdings.values();
    }

    /** What the rules did, in order. */
    public List<RiskHit> hits() {
        return List.copyOf(hits);
    }

    /** Orders that take away. */
    int sales() {
        return (int) holdings.values().stream()
                .filter(holding -> holding.change() < 0)
                .count();
    }

    /** Orders that add, the largest first, of equals in the order of their pairs. */
    List<Holding> buysLargestFirst() {
        return holdings.values().stream()
                .filter(holding -> holding.increase() > 0)
                .sorted(Comparator.comparingDouble(Holding::increase).reversed())
                .toList();
    }

    /**
     * Scales what is added to some holdings down alike, until all of them fit under a limit. Open buys count as held and open
     * sells as not yet sold, so the limit holds whichever of them is filled first.
     *
     * @param limit multiple of equity
     */
    void scale(String rule, Collection<Holding> some, double limit) {
        double committed = 0;
        double increase = 0;
        for (Holding holding : some) {
            committed += holding.committed();
            increase += holding.increase();
        }
        if (increase > 0 && !(committed + increase <= limit)) {
            hit(rule, RiskAction.SCALE, committed + increase, limit);
            double room = limit - committed;
            double factor = room > 0 ? room / increase : 0;
            some.forEach(holding -> holding.scaleIncrease(factor));
        }
    }

    boolean isLatched(String latch) {
        return latches.contains(latch);
    }

    void latch(String latch) {
        latches.add(latch);
    }

    void release(String latch) {
        latches.remove(latch);
    }

    /** Notes a hit of one pair. */
    void hit(String rule, Holding holding, RiskAction action, double measured, double limit) {
        note(rule, holding.pair(), action, measured, limit);
    }

    /** Notes a hit of the whole account. */
    void hit(String rule, RiskAction action, double measured, double limit) {
        note(rule, null, action, measured, limit);
    }

    private void note(String rule, String pair, RiskAction action, double measured, double limit) {
        hits.add(new RiskHit(account.tick(), account.lane(), account.quote(), rule, pair, action, measured, limit));
    }
}
