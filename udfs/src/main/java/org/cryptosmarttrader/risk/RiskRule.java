package org.cryptosmarttrader.risk;

import java.io.Serializable;

/** One limit. Takes away from what an account wants, never adds to it. */
public interface RiskRule extends Serializable {

    /** Unique and short, as it stands in the audit rows. */
    String name();

    /** Looks at an account once a tick, after marking it and before any order is made. */
    void apply(Exposure exposure);
}
