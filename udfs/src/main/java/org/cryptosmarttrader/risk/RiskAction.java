package org.cryptosmarttrader.risk;

/** What a rule did. */
public enum RiskAction {
    /** No order in the pair while it lasts. */
    FREEZE,
    /** The pair's position is closed. */
    EXIT,
    /** Every position is closed; nothing new until a person re-arms. */
    CLOSE_ALL,
    /** Positions may only shrink. */
    NO_NEW_RISK,
    /** The position is cut to its limit. */
    CUT,
    /** All new orders are scaled down alike. */
    SCALE,
    /** The order is not sent. */
    REFUSE
}
