package org.cryptosmarttrader.risk;

/** One limit. Takes away from what an account wants, never adds to it. */
public interface RiskRule {

    /** Unique and short, as it stands in the audit rows. */
    String name();

    /** Looks at an account once a tick, after marking it and before any order is made. */
    void apply(Exposure exposure);
}
