package org.cryptosmarttrader.ingest.kraken;

import org.cryptosmarttrader.ingest.net.Reply;

/**
 * What a reply says, and the reply, for provenance.
 *
 * @param value a pure function of the reply's body
 */
public record Answer<T>(T value, Reply reply) {}
