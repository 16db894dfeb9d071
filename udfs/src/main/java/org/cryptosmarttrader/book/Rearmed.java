package org.cryptosmarttrader.book;

import org.cryptosmarttrader.gates.Lane;

/**
 * A person switched an account on again: an audit row.
 *
 * @param lane of the account
 * @param quote its currency
 * @param name who did it
 * @param reason why
 */
public record Rearmed(Lane lane, String quote, String name, String reason) {

    /** @throws IllegalArgumentException if name or reason is blank */
    public Rearmed {
        if (name.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "re-arming %s %s: name '%s', reason '%s'; both must be given".formatted(lane, quote, name, reason));
        }
    }
}
