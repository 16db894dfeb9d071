package org.cryptosmarttrader.risk;

import java.util.ArrayList;
import java.util.Collection;
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
