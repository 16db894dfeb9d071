package org.cryptosmarttrader.domain;

/**
 * The two ways the decision path runs, over the same code and with separate accounts. Source: definitions I.0.
 *
 * <p>The order of the constants is the order in which lanes are worked off and written.
 */
public enum Lane {
    /** Needs every gate; the only lane that may ever send a real order. */
    GATED,
    /** Ignores the gates that ask for a record of success and carries them as labels; on paper only. */
    RESEARCH
}
