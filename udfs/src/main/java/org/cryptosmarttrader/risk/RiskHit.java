package org.cryptosmarttrader.risk;

import org.cryptosmarttrader.gates.Lane;

/**
 * A limit that was reached: an audit row.
 *
 * @param tick decision instant, epoch milliseconds UTC
 * @param lane of the account
 * @param quote currency of the account
 * @param rule name of the rule
 * @param pair null where the rule is about the whole account
 * @param action what the rule did
 * @param measured what it saw, NaN if that was unknown
 * @param limit what it allows, in the same unit
 */
public record RiskHit(
        long tick,
        Lane lane,
        String quote,
        String rule,
        String pair,
        RiskAction action,
        double measured,
        double limit) {}
