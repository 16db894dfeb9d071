package org.cryptosmarttrader.ingest.facts.chain;

import org.cryptosmarttrader.domain.EventKind;

/**
 * Who holds an address.
 *
 * @param kind e.g. {@code exchange}
 */
record Owner(String entity, String kind) {

    static final Owner UNKNOWN = new Owner(EventKind.UNKNOWN, EventKind.UNKNOWN);

    boolean isKnown() {
        return !entity.equals(EventKind.UNKNOWN);
    }
}
