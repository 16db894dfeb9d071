package org.cryptosmarttrader.ingest.facts.chain;

import org.cryptosmarttrader.domain.EventKind;

/**
 * Who holds an address.
 *
 * @param kind e.g. {@code exchange}
 */
public record Owner(String entity, String kind) {

    public static final Owner UNKNOWN = new Owner(EventKind.UNKNOWN, EventKind.UNKNOWN);

    public boolean isKnown() {
        return !entity.equals(EventKind.UNKNOWN);
    }
}
