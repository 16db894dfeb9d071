package org.cryptosmarttrader.ingest.trading;

import org.cryptosmarttrader.ingest.kraken.KrakenRest;
import org.cryptosmarttrader.ingest.kraken.ListRules;

/**
 * What is asked of the venue without a key.
 *
 * @param rules which pairs are of interest
 */
public record Market(KrakenRest rest, ListRules rules) {}
